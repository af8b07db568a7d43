using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Rules;
using Dynptrs.CodeFixes.Fixing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.CodeFixes.Leaving;

/// <summary>A way to leave a function early with nothing held.</summary>
/// <param name="Method">The method by which the first of what is held is released; empty where nothing is.</param>
/// <param name="Label">The label by which it leaves, where that releases; else <see langword="null"/>.</param>
/// <param name="Statements">The statements.</param>
internal sealed record LeaveWay(string Method, string? Label, ImmutableArray<string> Statements)
{
    /// <summary>The same for the same way elsewhere.</summary>
    public string Key => Label is null ? Method : "Goto";

    /// <summary>The ways, first that of the function; of those with one key the first that is right is the one to offer.</summary>
    /// <param name="context">The code.</param>
    /// <param name="diagnostic">What knows what is held.</param>
    /// <param name="statement">The statement before which the function is left.</param>
    public static IEnumerable<LeaveWay> Find(FixContext context, Diagnostic diagnostic, StatementSyntax statement)
    {
        var styles = ExitStyle.Find(context, statement);
        foreach (var style in styles.Where(style => style.Label is not null))
            yield return new LeaveWay("", style.Label, style.Statements);
        foreach (var releases in FindReleases(context, diagnostic, statement))
        {
            foreach (var style in styles.Where(style => style.Label is null || !releases.IsEmpty))
            {
                yield return new LeaveWay(
                    releases.IsEmpty ? "" : releases[0].Method,
                    null,
                    [.. releases.Select(release => release.Statement), .. style.Statements]);
            }
        }
    }

    /// <summary>The ways that are right, of those with one key the first.</summary>
    /// <param name="context">The code.</param>
    /// <param name="diagnostic">What knows what is held.</param>
    /// <param name="statement">The statement before which the function is left.</param>
    /// <param name="apply">The code that leaves so, or <see langword="null"/> where it does not fix.</param>
    public static IEnumerable<(LeaveWay Way, FixContext After)> FindRight(
        FixContext context,
        Diagnostic diagnostic,
        StatementSyntax statement,
        Func<LeaveWay, FixContext?> apply)
    {
        var keys = new HashSet<string>();
        foreach (var way in Find(context, diagnostic, statement))
        {
            if (!keys.Contains(way.Key) && apply(way) is { } after && keys.Add(way.Key))
                yield return (way, after);
        }
    }

    /// <summary>What a person reads.</summary>
    /// <param name="condition">When it is left.</param>
    public string Describe(string condition) => Label is not null
        ? $"Leave by `{Label}` where {condition}"
        : $"Leave where {condition}{(Method.Length == 0 ? "" : $", after a release with `{Method}`")}";

    /// <summary>The ways to release all that is held: one for each way to release the first, the others after its example.</summary>
    private static IEnumerable<ImmutableArray<Release>> FindReleases(FixContext context, Diagnostic diagnostic, StatementSyntax statement)
    {
        if (Mistake.Read(diagnostic).Held is not [_, ..] held)
            return [ImmutableArray<Release>.Empty];
        var finder = new ReleaseFinder(context);
        var choices = held.Select(reference => finder.Find(reference.Subject, reference.Kind, statement)).ToImmutableArray();
        if (choices.Any(choice => choice.IsEmpty))
            return [];
        return choices[0].Select(first => choices
            .Select(choice => choice.FirstOrDefault(release => release.Method == first.Method) ?? choice[0])
            .ToImmutableArray());
    }
}
