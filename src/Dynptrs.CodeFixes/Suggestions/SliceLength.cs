using System.Globalization;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Suggestions;

/// <summary>How many bytes the slice has that a call takes.</summary>
internal static class SliceLength
{
    /// <summary>The number as the source says it, or that of the type of the slice; <see langword="null"/> where neither tells.</summary>
    public static string? Describe(FixContext context, InvocationExpressionSyntax call, ContractArguments arguments)
    {
        var size = call.ArgumentList.Arguments.FirstOrDefault(argument => arguments.Find(argument)?.IsConstantSize == true)?.Expression;
        if (size is not null)
            return context.Model.GetConstantValue(size, context.CancellationToken).HasValue ? size.WithoutTrivia().ToString() : null;
        if (arguments.Contract.Return.Type is not ViewType { Element.Size: > 0 and var bytes })
            return null;
        var element = (arguments.Method.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        var constant = element?.GetMembers("SizeInBytes").OfType<IFieldSymbol>().FirstOrDefault(field =>
            field is { IsConst: true, DeclaredAccessibility: Accessibility.Public } && field.ConstantValue is int value && value == bytes);
        return constant is null
            ? bytes.ToString(CultureInfo.InvariantCulture)
            : $"{element!.ToMinimalDisplayString(context.Model, call.SpanStart)}.{constant.Name}";
    }
}
