using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Conformance.Tests.Pairs;
using Dynptrs.Conformance.Tests.Verdicts;
using Dynptrs.Testing;

namespace Dynptrs.Conformance.Tests;

/// <summary>A program in C# gets the verdict that Linux gives to the same program in BPF C.</summary>
public sealed class PairTests
{
    private static readonly HashSet<string> Known = [.. PairTable.KnownDisagreements.Select(note => note.Program)];

    public static TheoryData<string> Files => new(PairFile.All.Select(file => file.Name));

    [Fact]
    public async Task Its_files_are_valid() => Assert.Empty((await PairVerdict.Run()).Errors);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_analyzer_agrees_with_the_verdict(string file)
    {
        var disagreements = (await PairVerdict.All())
            .Where(verdict => verdict.Pair.File == file && verdict.Disagreement is not null && !Known.Contains(verdict.Pair.Program))
            .Select(verdict =>
                $"{verdict.Pair.Program}: {verdict.Pair.Judge} {verdict.Pair.Verdict}s it ({verdict.Pair.Message}); {verdict.Disagreement}")
            .ToList();
        Assert.True(disagreements.Count == 0, string.Join(Environment.NewLine, disagreements));
    }

    [Fact]
    public async Task A_build_reports_what_an_editor_shows()
    {
        var run = await PairVerdict.Run();
        var difference = new MarkDifference(run.Shown, run.Built);
        Assert.True(
            difference.IsEmpty, "The editor shows what is marked here, the build what is found:" + Environment.NewLine + difference);
    }

    [Fact]
    public async Task A_known_disagreement_is_one()
    {
        var agreeing = (await PairVerdict.All())
            .Where(verdict => verdict.Disagreement is null)
            .Select(verdict => verdict.Pair.Program)
            .ToHashSet();
        Repository.VerifyOrUpdate(
            PairTable.KnownDisagreementsFile,
            PairTable.Render(PairTable.KnownDisagreements.Where(note => !agreeing.Contains(note.Program))));
    }

    [Fact]
    public void A_known_disagreement_is_on_a_pair_and_says_why() => Assert.All(
        PairTable.KnownDisagreements,
        note =>
        {
            Assert.True(PairTable.ByProgram.TryGetValue(note.Program, out var pair), $"There is no pair {note.Program}.");
            Assert.Equal(pair.Kind, note.Kind);
            Assert.False(string.IsNullOrWhiteSpace(note.Reason), $"{note.Program} has no reason.");
        });

    [Theory]
    [MemberData(nameof(Files))]
    public void The_programs_stand_in_the_order_of_the_table(string file)
    {
        var pairs = PairTable.Pairs.Where(pair => pair.File == file).ToList();
        var programs = pairs.Select(pair => pair.Program).ToHashSet();
        var members = Find(file).Members.Where(member => member.Section is not null || programs.Contains(member.Name));
        Assert.Equal(pairs.Select(pair => pair.Program), members.Select(member => member.Name));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_program_has_the_section_of_its_counterpart(string file)
    {
        var pairs = PairTable.Pairs.Where(pair => pair.File == file).ToList();
        var sections = Find(file).Members.ToLookup(member => member.Name, member => member.Section);
        Assert.All(pairs, pair => Assert.Equal(
            pair.IsHostCode ? null : Find(file).Counterparts.GetValueOrDefault(pair.Program, "none"), sections[pair.Program].Single()));
        Assert.Empty(Find(file).Counterparts.Keys.Except(pairs.Select(pair => pair.Program)));
    }

    [Fact]
    public void A_row_is_about_a_file_and_does_not_contradict_itself() => Assert.All(
        PairTable.Pairs,
        pair =>
        {
            Assert.Contains(PairFile.All, file => file.Name == pair.File);
            Assert.True(pair.IsConsistent, pair.ToString());
        });

    [Fact]
    public void What_is_marked_is_what_the_table_expects() => Assert.All(
        PairFile.All.SelectMany(file => file.Marks).GroupBy(PairFile.ProgramOf),
        marks => Assert.Equal(PairFile.RulesOf(marks), PairTable.ByProgram[marks.Key!].Rules));

    [Fact]
    public async Task Nothing_is_found_in_what_belongs_to_no_pair() =>
        Assert.Empty((await PairVerdict.Run()).Shown.Where(mark => PairFile.ProgramOf(mark) is null));

    private static PairFile Find(string name) => PairFile.All.Single(file => file.Name == name);
}
