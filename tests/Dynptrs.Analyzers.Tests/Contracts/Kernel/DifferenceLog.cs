using System.Collections.Generic;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>Collects the fields in which a member differs.</summary>
internal sealed class DifferenceLog(string helper, string member)
{
    private readonly List<ContractDifference> _differences = [];

    public IReadOnlyList<ContractDifference> Differences => _differences;

    /// <summary>Notes a field unless both say the same.</summary>
    public void Expect<T>(string field, T kernel, T declared)
    {
        if (!EqualityComparer<T>.Default.Equals(kernel, declared))
            _differences.Add(new ContractDifference(helper, member, field, Show(kernel), Show(declared)));
    }

    private static string Show<T>(T value) => value switch
    {
        null => "none",
        true => "yes",
        false => "no",
        _ => value.ToString()!,
    };
}
