namespace Dynptrs.Conformance.Tests.Cases;

/// <summary>What names a case.</summary>
internal readonly record struct CaseKey(string Suite, string Name)
{
    public override string ToString() => $"{Suite}: {Name}";
}
