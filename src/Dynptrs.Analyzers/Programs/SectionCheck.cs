using System.Linq;
using Dynptrs.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Programs;

/// <summary>Reports sections that libbpf does not know.</summary>
internal static class SectionCheck
{
    public static void Check(SymbolAnalysisContext context, KnownTypes known)
    {
        if (known.ProgramAttribute((IMethodSymbol)context.Symbol) is not { ConstructorArguments: [{ Value: string section }] } attribute
            || SectionTable.Find(section) is not null
            || UnfinishedDeclaration.Is(attribute))
        {
            return;
        }

        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken);
        var location = (syntax as AttributeSyntax)?.ArgumentList?.Arguments[0].Expression.GetLocation()
            ?? syntax?.GetLocation()
            ?? context.Symbol.Locations[0];
        var near = SectionTable.Suggest(section);
        var hint = near.IsEmpty ? "" : $": perhaps {string.Join(" or ", near.Select(name => $"`{name}`"))} was meant";
        context.ReportDiagnostic(Diagnostic.Create(ProgramDiagnostics.UnknownSection, location, section, hint));
    }
}
