using System;
using System.Linq;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Conformance.Tests.Sources;
using Dynptrs.Conformance.Tests.Verdicts;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Conformance.Tests;

/// <summary>The marks say what they are meant to say, and a difference does not go unseen.</summary>
public sealed class MarkTests
{
    [Fact]
    public void A_mark_covers_what_stands_between_its_comments() =>
        Assert.Equal(["Program.cs(1,45): DYN002: ptr"], Read("class C { void M() { Release(ref /*!DYN002*/ptr/*!*/); } }"));

    [Fact]
    public void Marks_may_share_their_place() =>
        Assert.Equal(
            ["Program.cs(1,44): DYN001: return;", "Program.cs(1,44): DYN002: return;"],
            Read("class C { void M() { /*!DYN002*//*!DYN001*/return;/*!*//*!*/ } }"));

    [Fact]
    public void A_mark_may_stand_in_another() =>
        Assert.Equal(
            ["Program.cs(1,48): DYN003: ptr", "Program.cs(1,33): DYN001: Use(/*!DYN003*/ptr/*!*/);"],
            Read("class C { void M() { /*!DYN001*/Use(/*!DYN003*/ptr/*!*/);/*!*/ } }"));

    [Theory]
    [InlineData("class C { /*!DYN001*/ }")]
    [InlineData("class C { /*!*/ }")]
    public void A_mark_has_a_beginning_and_an_end(string source) => Assert.Throws<InvalidOperationException>(() => Read(source));

    [Fact]
    public void A_difference_names_what_is_missing_and_what_is_too_much()
    {
        var tree = CSharpSyntaxTree.ParseText(
            "class C { void M() { /*!DYN001*/return;/*!*/ } }",
            path: "Program.cs",
            cancellationToken: TestContext.Current.CancellationToken);
        var expected = MarkReader.Read(tree);
        var found = expected[0] with { Id = "DYN002" };

        Assert.True(new MarkDifference(expected, expected).IsEmpty);
        Assert.Equal(
            $"  marked, not found: Program.cs(1,33): DYN001: return;{Environment.NewLine}  found, not marked: Program.cs(1,33): DYN002: return;",
            new MarkDifference(expected, [found]).ToString());
        Assert.False(new MarkDifference(expected, expected.Add(expected[0])).IsEmpty);
    }

    [Fact]
    public void A_member_belongs_to_the_case_whose_name_it_begins_with()
    {
        var key = CaseTable.Cases.First().Key;
        Assert.Equal(new CaseMember(key, "__callback"), CaseMember.Parse(key.Suite, key.Name + "__callback"));
        Assert.True(CaseMember.Parse(key.Suite, key.Name + "__mended__callback")!.Value.IsNeighbour);
        Assert.False(CaseMember.Parse(key.Suite, key.Name)!.Value.IsNeighbour);
        Assert.Null(CaseMember.Parse(key.Suite, "helper"));
    }

    private static string[] Read(string source) =>
    [
        .. MarkReader.Read(CSharpSyntaxTree.ParseText(
            source, path: "Program.cs", cancellationToken: TestContext.Current.CancellationToken))
            .Select(mark => mark.ToString()),
    ];
}
