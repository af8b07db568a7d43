using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>A constant index below the capacity of an array is always found; anything else must be tested for null.</summary>
public class ArrayLookupTests
{
    private const string Maps = """
        private static readonly ArrayMap<long> Two = new(maxEntries: 2);
        private static readonly HashMap<uint, long> Hash = new(2);
        private static readonly ArrayMap<long> Computed = new(Environment.ProcessorCount);
        """;

    [Theory]
    [InlineData("Two.Lookup(0).Value = 5;")]
    [InlineData("uint key = 0; Two.Lookup(key).Value = 5;")]
    [InlineData("{|DYN006:Two.Lookup(1)|}.Value = 5;")]
    [InlineData("uint key = 1; {|DYN006:Two.Lookup(key)|}.Value = 5;")]
    [InlineData("{|DYN006:Two.Lookup(2)|}.Value = 5;")]
    [InlineData("{|DYN006:Two.Lookup(any)|}.Value = 5;")]
    [InlineData("MapValue<long> found = Two.Lookup(any); if (found) found.Value = 5;")]
    [InlineData("{|DYN006:Hash.Lookup(1)|}.Value = 5;")]
    [InlineData("{|DYN006:Computed.Lookup(0)|}.Value = 5;")]
    public Task Lookups(string statement) => PacketProgram.Verify(statement, Maps);
}
