using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Dynptrs.Analyzers.Rules;
using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>The page of a rule: a generated frame around a heart that is written by hand.</summary>
internal static class RulePageFrame
{
    private const string Begin = "<!-- Written by hand from here; RulePageTests writes the rest. -->";
    private const string End = "<!-- Written by hand up to here. -->";

    /// <summary>The page as it should be.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="page">The page as it is; one without a frame is a title and a heart.</param>
    public static string Write(RuleFacts rule, string page) =>
        $"{Head(rule)}\n{Begin}\n\n{Heart(page)}\n\n{End}\n\n{Foot(rule)}";

    /// <summary>The severity as <c>.editorconfig</c> names it.</summary>
    public static string Severity(RuleFacts rule) => rule.Descriptor.DefaultSeverity switch
    {
        DiagnosticSeverity.Info => "suggestion",
        DiagnosticSeverity.Hidden => "silent",
        var severity => severity.ToString().ToLowerInvariant(),
    };

    /// <summary>What the kernel says, each message as code.</summary>
    public static string KernelMessages(RuleFacts rule) =>
        rule.KernelMessage is not { } text ? ""
            : text.StartsWith("none: ", StringComparison.Ordinal) ? text
            : string.Join("; ", text.Split("; ").Select(message => $"`{message.Replace("|", "\\|")}`"));

    private static string Head(RuleFacts rule)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# {rule.Id}: {rule.Descriptor.Title}\n\n| | |\n| --- | --- |\n")
            .Append(CultureInfo.InvariantCulture, $"| category | `{rule.Descriptor.Category}` |\n")
            .Append(CultureInfo.InvariantCulture, $"| severity | {Severity(rule)} |\n");
        if (rule.KernelMessage is not null)
            text.Append(CultureInfo.InvariantCulture, $"| the kernel says | {KernelMessages(rule)} |\n");
        return text
            .Append(IsOfExtent(rule) ? "| host code | only where `dynptr.host_code` is `all` |\n" : "")
            .Append(CultureInfo.InvariantCulture, $"| code fix | {rule.DescribeFix()} |\n")
            .Append(CultureInfo.InvariantCulture, $"| since | {rule.Since} |\n")
            .ToString();
    }

    private static bool IsOfExtent(RuleFacts rule) =>
        RuleCatalogue.Rules.FirstOrDefault(candidate => candidate.Descriptor.Id == rule.Id)?.Findings
            .Any(kind => FindingTable.TraitsOf(kind).HasFlag(FindingTraits.OfExtent)) == true;

    private static string Heart(string page)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        var heart = begin < 0 || end < 0 ? page[(page.IndexOf('\n') + 1)..] : page[(begin + Begin.Length)..end];
        return heart.Trim('\n');
    }

    private static string Foot(RuleFacts rule) => rule.IsOfProject
        ? $"""
        ## How to configure

        ```ini
        # .globalconfig
        is_global = true
        dotnet_diagnostic.{rule.Id}.severity = warning
        ```

        The default is `{Severity(rule)}`. The rule is about the project, so nothing in the code suppresses it. See [configuration.md](../configuration.md) and [all rules](README.md).

        """
        : $"""
        ## How to configure

        ```ini
        # .editorconfig
        [*.cs]
        dotnet_diagnostic.{rule.Id}.severity = {(Severity(rule) == "error" ? "warning" : "error")}
        ```

        The default is `{Severity(rule)}`. To suppress it in one place, give the reason:

        ```csharp
        #pragma warning disable {rule.Id} // the reason
        #pragma warning restore {rule.Id}

        [SuppressMessage("{rule.Descriptor.Category}", "{rule.Id}", Justification = "the reason")]
        ```

        See [configuration.md](../configuration.md) and [all rules](README.md).

        """;
}
