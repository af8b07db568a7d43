using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Conformance.Tests.Sources;
using Dynptrs.Conformance.Tests.Verdicts;

namespace Dynptrs.Conformance.Tests;

/// <summary>The corpus is what it should be: valid C#, complete, and in the kernel's order.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Suites => new(CaseTable.Suites);

    [Fact]
    public async Task Its_files_are_valid() => Assert.Empty((await CorpusFindings.Get()).Errors);

    [Fact]
    public async Task Nothing_is_found_in_what_belongs_to_no_case()
    {
        var findings = await CorpusFindings.Get();
        var judge = new Judge(findings);
        Mark[] astray =
        [
            .. CorpusSources.Valid.Concat(CorpusSources.ByLanguage).SelectMany(file => file.Marks)
                .Concat(findings.Shown)
                .Concat(findings.Built)
                .Concat(findings.LanguageErrors)
                .Where(mark => judge.MemberOf(mark) is null),
        ];
        Assert.Empty(astray);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task A_case_is_treated_once(string suite)
    {
        var judge = new Judge(await CorpusFindings.Get());
        var known = CaseTable.KnownDisagreements.Select(note => note.Key).ToHashSet();
        Assert.All(
            CaseTable.Cases.Where(scenario => scenario.Suite == suite && !known.Contains(scenario.Key)),
            scenario => Assert.Single(judge.Treatments(scenario.Key)));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_program_has_the_section_of_its_case(string suite) => Assert.All(
        Programs(suite).Where(program => CaseMember.Parse(suite, program.Name) is not null),
        program =>
        {
            var member = CaseMember.Parse(suite, program.Name)!.Value;
            var scenario = CaseTable.ByKey[member.Case];
            Assert.True(
                program.Section.TrimStart('?') == scenario.Section
                    .TrimStart('?')
                    .Replace("<arch prefix>", "__x64_", StringComparison.Ordinal)
                    || (member.IsNeighbour && scenario.IsAboutProgramType),
                $"{program.Name} has the section {program.Section}, its case {scenario.Section}.");
        });

    [Theory]
    [MemberData(nameof(Suites))]
    public void The_programs_stand_in_the_order_of_the_cases(string suite)
    {
        ImmutableArray<string> written =
        [
            .. Programs(suite).Select(program => program.Name).Where(name => CaseTable.ByKey.ContainsKey(new CaseKey(suite, name))),
        ];
        Assert.Equal(
            CaseTable.Cases.Where(scenario => scenario.Suite == suite && written.Contains(scenario.Name)).Select(scenario => scenario.Name),
            written);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_program_is_named_after_a_case(string suite) =>
        Assert.All(
            Programs(suite),
            program => Assert.True(CaseMember.Parse(suite, program.Name) is not null, $"{suite} has no case for {program.Name}."));

    [Fact]
    public void Notes_are_on_cases_of_the_table_and_say_why() => Assert.All(
        CaseTable.NotExpressible.Concat(CaseTable.KnownDisagreements),
        note =>
        {
            Assert.True(CaseTable.ByKey.ContainsKey(note.Key), $"There is no case {note.Key}.");
            Assert.False(string.IsNullOrWhiteSpace(note.Reason), $"{note.Key} has no reason.");
        });

    private static IEnumerable<(string Name, string Section)> Programs(string suite) => CorpusSources.Valid
        .Where(file => file.Suite == suite)
        .SelectMany(file => file.Programs)
        .Select(program => (program.Identifier.ValueText, CorpusFile.Section(program)!));
}
