using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.EndToEnd.Tests.Pictures;

/// <summary>Source in the colours in which an editor shows it.</summary>
internal static class HighlightedCode
{
    private static readonly Dictionary<string, string> Styles = new()
    {
        [ClassificationTypeNames.Keyword] = "keyword",
        [ClassificationTypeNames.ControlKeyword] = "keyword",
        [ClassificationTypeNames.ClassName] = "type",
        [ClassificationTypeNames.StructName] = "type",
        [ClassificationTypeNames.MethodName] = "method",
        [ClassificationTypeNames.NumericLiteral] = "number",
        [ClassificationTypeNames.StringLiteral] = "string",
        [ClassificationTypeNames.Comment] = "muted",
    };

    /// <summary>The lines of a document.</summary>
    public static async Task<IEnumerable<IReadOnlyList<StyledText>>> ReadAsync(Document document, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation);
        var classified = await Classifier.GetClassifiedSpansAsync(document, new TextSpan(0, text.Length), cancellation);
        ClassifiedSpan[] styled =
        [
            .. classified.Where(span => Styles.ContainsKey(span.ClassificationType)).OrderBy(span => span.TextSpan.Start),
        ];
        return text.Lines.Select(line => Read(text, line.Span, styled.Where(span => line.Span.Contains(span.TextSpan))));
    }

    private static List<StyledText> Read(SourceText text, TextSpan line, IEnumerable<ClassifiedSpan> styled)
    {
        var pieces = new List<StyledText>();
        var position = line.Start;
        foreach (var span in styled)
        {
            if (span.TextSpan.Start > position)
                pieces.Add(new StyledText(text.ToString(TextSpan.FromBounds(position, span.TextSpan.Start))));
            pieces.Add(new StyledText(text.ToString(span.TextSpan), Styles[span.ClassificationType]));
            position = span.TextSpan.End;
        }

        if (position < line.End)
            pieces.Add(new StyledText(text.ToString(TextSpan.FromBounds(position, line.End))));
        return pieces;
    }
}
