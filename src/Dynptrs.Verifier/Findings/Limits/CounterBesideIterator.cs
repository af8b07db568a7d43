using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings.Limits;

/// <summary>
/// A loop of a program ends with its iterator, but a number that is counted beside it decides something: each of its values is followed.
/// </summary>
/// <param name="Site">Where a person would fix it.</param>
/// <param name="Subject">The name of the method.</param>
/// <param name="Counter">The name of the number.</param>
public sealed record CounterBesideIterator(Site Site, string Subject, string Counter) : Finding(Site, Subject);
