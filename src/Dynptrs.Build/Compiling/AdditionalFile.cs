using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Build.Compiling;

/// <summary>A file that generators and analyzers are given beside the source.</summary>
internal sealed class AdditionalFile(string path) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        return SourceText.From(stream);
    }
}
