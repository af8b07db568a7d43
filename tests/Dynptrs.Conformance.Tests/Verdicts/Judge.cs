using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Conformance.Tests.Sources;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Conformance.Tests.Verdicts;

/// <summary>Compares what is found in the corpus with what the kernel says, case by case.</summary>
internal sealed class Judge
{
    private readonly ILookup<CaseKey, CorpusFile> _programs = ProgramsIn(CorpusSources.Valid);
    private readonly ILookup<CaseKey, CorpusFile> _refused = ProgramsIn(CorpusSources.ByLanguage);
    private readonly ImmutableHashSet<CaseKey> _notExpressible = [.. CaseTable.NotExpressible.Select(note => note.Key)];
    private readonly ImmutableDictionary<SyntaxTree, CorpusFile> _files;
    private readonly ILookup<CaseKey?, Mark> _marks;
    private readonly ILookup<CaseKey?, Mark> _found;

    public Judge(CorpusFindings findings)
    {
        _files = CorpusSources.Valid.Concat(CorpusSources.ByLanguage).ToImmutableDictionary(file => file.Tree);
        _marks = _files.Values.SelectMany(file => file.Marks).ToLookup(mark => MemberOf(mark)?.Case);
        _found = findings.Shown.Concat(findings.LanguageErrors).ToLookup(mark => MemberOf(mark)?.Case);
        Verdicts = [.. CaseTable.Cases.Select(Judgement)];
    }

    /// <summary>The verdict on every case, in the order of the table.</summary>
    public ImmutableArray<CaseVerdict> Verdicts { get; }

    /// <summary>The member of a case that a mark stands in, if any.</summary>
    public CaseMember? MemberOf(Mark mark) => _files.TryGetValue(mark.Tree, out var file) ? file.MemberOf(mark) : null;

    /// <summary>The places where the corpus treats a case; there must be one.</summary>
    public ImmutableArray<Treatment> Treatments(CaseKey key)
    {
        var treatments = ImmutableArray.CreateBuilder<Treatment>();
        if (_programs.Contains(key))
            treatments.Add(Treatment.Program);
        if (_refused.Contains(key))
            treatments.Add(Treatment.ByLanguage);
        if (_notExpressible.Contains(key))
            treatments.Add(Treatment.NotExpressible);
        return treatments.ToImmutable();
    }

    private CaseVerdict Judgement(VerifierCase scenario)
    {
        var treatments = Treatments(scenario.Key);
        switch (treatments)
        {
            case []:
                return new CaseVerdict(scenario, Treatment.Missing, [], "it is not in the corpus");
            case [_, _, ..]:
                return new CaseVerdict(
                    scenario, treatments[0], [], $"the corpus treats it more than once: {string.Join(", ", treatments)}");
            case [Treatment.NotExpressible]:
                return new CaseVerdict(scenario, Treatment.NotExpressible, [], scenario.IsDirect ? "it can be said in C#" : null);
        }

        var marks = _marks[scenario.Key].ToList();
        var found = _found[scenario.Key].ToList();
        ImmutableArray<string> rules = [.. found.Where(IsInCase).Select(mark => mark.Id).Distinct().Order(StringComparer.Ordinal)];
        return new CaseVerdict(scenario, treatments[0], rules, Disagreement(scenario, marks, found));
    }

    private string? Disagreement(VerifierCase scenario, List<Mark> marks, List<Mark> found)
    {
        if (scenario.IsRejected != marks.Any(IsInCase))
        {
            return scenario.IsRejected
                ? "the kernel rejects it, and the corpus marks nothing in it"
                : "the kernel accepts it, and the corpus marks something in it";
        }

        var mended = scenario.Name + CaseMember.Mended;
        if (scenario.IsRejected && !_programs.Contains(scenario.Key with { Name = mended }))
            return $"it has no accepted neighbour {mended}";
        if (marks.FirstOrDefault(mark => MemberOf(mark)!.Value.Part.StartsWith(CaseMember.Mended, StringComparison.Ordinal))
            is { Tree: not null } mark)
        {
            return $"the corpus marks something in its accepted neighbour: {mark}";
        }

        var difference = new MarkDifference(marks, found);
        return difference.IsEmpty ? null : "what is marked is not what is found:" + Environment.NewLine + difference;
    }

    /// <summary>Whether a mark stands in the program of a case, or in what belongs to it, and not in a neighbour.</summary>
    private bool IsInCase(Mark mark) => !MemberOf(mark)!.Value.IsNeighbour;

    private static ILookup<CaseKey, CorpusFile> ProgramsIn(ImmutableArray<CorpusFile> files) => files
        .Where(file => file.Suite is not null)
        .SelectMany(file => file.Programs, (file, program) => (file, key: new CaseKey(file.Suite!, program.Identifier.ValueText)))
        .ToLookup(pair => pair.key, pair => pair.file);
}
