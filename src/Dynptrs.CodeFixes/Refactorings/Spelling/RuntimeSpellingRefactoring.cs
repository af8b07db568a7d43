using System.Composition;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>Writes calls of <c>bpf_*</c> stubs in the runtime's spelling.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(RuntimeSpellingRefactoring)), Shared]
public sealed class RuntimeSpellingRefactoring : SpellingRefactoring
{
    private protected override ISpelling Create(FixContext context) => new RuntimeSpelling(context, new KnownHelpers(context));
}
