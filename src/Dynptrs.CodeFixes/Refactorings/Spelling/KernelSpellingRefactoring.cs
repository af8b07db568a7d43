using System.Composition;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>Writes calls of the runtime in the kernel's spelling.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(KernelSpellingRefactoring)), Shared]
public sealed class KernelSpellingRefactoring : SpellingRefactoring
{
    private protected override ISpelling Create(FixContext context) => new KernelSpelling(context, new KnownHelpers(context));
}
