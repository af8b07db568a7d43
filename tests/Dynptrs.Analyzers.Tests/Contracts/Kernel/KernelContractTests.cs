using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using Dynptrs.Analyzers.Tests.Lowering;
using Dynptrs.Generators.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>
/// The contract of every helper of the runtime says what the kernel's verifier asks, overload by overload and field by field.
/// <c>helpers.json</c> is what Linux 7.2 asks; <c>differences.json</c> lists where a declaration says something else, and why.
/// </summary>
/// <remarks>
/// What no contract says is left out of the data: what is checked only when the helper runs, the types of maps, which C# has as types, and
/// packet pointers, which no program has here.
/// </remarks>
public sealed class KernelContractTests
{
    private static readonly ImmutableArray<ListedDifference> Listed =
        JsonSerializer.Deserialize<ImmutableArray<ListedDifference>>(
            File.ReadAllText(KernelHelper.PathTo("differences.json")), JsonSerializerOptions.Web);

    private static readonly ImmutableArray<HelperMember> Members = FindMembers();

    [Fact]
    public void Every_contract_says_what_the_kernel_asks()
    {
        var listed = Keys();
        AssertNone(ContractComparison.Compare(Members).Where(difference => !listed.Contains((difference.Member, difference.Field))));
    }

    [Fact]
    public void Every_difference_that_is_listed_is_there_and_has_a_reason()
    {
        Assert.All(Listed, difference => Assert.NotEqual("", difference.Reason.Trim()));
        Assert.Empty(Keys().Except(ContractComparison.Compare(Members).Select(difference => (difference.Member, difference.Field))));
    }

    [Fact]
    public void Stubs_say_what_the_members_say_that_they_call()
    {
        var compilation = LoweringTest.Compile("[Dynptrs.BpfHelpers] public static partial class Bpf;");
        CSharpGeneratorDriver.Create(
            [new BpfHelpersGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        var stubs = HelperMember.Find(output, output.Assembly.GlobalNamespace).ToList();
        Assert.Equal(
            Members.Select(member => member.Contract.Requirements!.Helper).Distinct().Order(),
            stubs.Select(stub => stub.Contract.Requirements!.Helper).Distinct().Order());

        var known = ContractComparison.Compare(Members).Select(difference => (difference.Helper, difference.Field)).ToHashSet();
        AssertNone(ContractComparison.Compare(stubs).Where(difference => !known.Contains((difference.Helper, difference.Field))));
    }

    /// <summary>Shows all of them where there are some, not the first five.</summary>
    private static void AssertNone(IEnumerable<ContractDifference> differences)
    {
        var text = string.Join('\n', differences);
        Assert.True(text.Length == 0, text);
    }

    private static HashSet<(string Member, string Field)> Keys() =>
        [.. Listed.SelectMany(difference => difference.Members.Select(member => (member, difference.Field)))];

    private static ImmutableArray<HelperMember> FindMembers()
    {
        var compilation = LoweringTest.Compile("");
        return
        [
            .. HelperMember.Find(
                compilation, compilation.GetTypeByMetadataName("Dynptrs.OwnerAttribute")!.ContainingAssembly.GlobalNamespace),
        ];
    }
}
