namespace Dynptrs.Conformance.Tests.Verdicts;

/// <summary>How the corpus treats a case.</summary>
internal enum Treatment
{
    /// <summary>Not at all.</summary>
    Missing,

    /// <summary>As a program that the analyzer judges.</summary>
    Program,

    /// <summary>As a program that C# itself refuses.</summary>
    ByLanguage,

    /// <summary>It cannot be said in C#.</summary>
    NotExpressible,
}
