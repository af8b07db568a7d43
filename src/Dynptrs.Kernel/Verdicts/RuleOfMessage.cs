namespace Dynptrs.Kernel.Verdicts;

/// <summary>A rule of ours for what the kernel says.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What is wrong, in a few words.</param>
internal sealed record RuleOfMessage(string Id, string Title)
{
    private const string Pages = "https://github.com/dynptr-analyzers/DynptrAnalyzers/blob/main/docs/rules/";

    /// <summary>Its page.</summary>
    public string Page => $"{Pages}{Id}.md";

    /// <summary>How a message ends that names it.</summary>
    public string Suffix => $" ({Id}: {Title})";
}
