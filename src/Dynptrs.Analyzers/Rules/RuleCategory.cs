namespace Dynptrs.Analyzers.Rules;

/// <summary>The categories of the rules, for configuration in bulk.</summary>
internal static class RuleCategory
{
    public const string Lifetime = "Dynptr.Lifetime";

    public const string Memory = "Dynptr.Memory";

    public const string Contract = "Dynptr.Contract";

    public const string Program = "Dynptr.Program";

    public const string Suggestion = "Dynptr.Suggestion";

    public const string Path = "Dynptr.Path";
}
