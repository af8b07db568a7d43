namespace Dynptrs.Conformance.Tests.Cases;

/// <summary>A case about which a person has written something down, with the reason.</summary>
internal sealed record CaseNote(string Suite, string Name, string Reason)
{
    public CaseKey Key => new(Suite, Name);
}
