using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dynptrs.Analyzers.Tests.Docs;

/// <summary>The page that lists all rules.</summary>
internal static class RuleCataloguePage
{
    public static string Write(IEnumerable<RuleFacts> rules)
    {
        var text = new StringBuilder("""
            # The rules

            `RulePageTests` writes this page from the descriptors, the release notes and the code fixes: do not edit it. [Configuration](../configuration.md) says how to change severities,
            set options and suppress a rule.


            """);
        foreach (var category in rules.GroupBy(rule => rule.Descriptor.Category))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"## {category.Key}\n\n| rule | | severity | code fix | since | the kernel says |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (var rule in category)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| [{rule.Id}]({rule.Id}.md) | {rule.Descriptor.Title} | {RulePageFrame.Severity(rule)} | ")
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"{(rule.IsFixable ? "yes" : "")} | {rule.Since} | {RulePageFrame.KernelMessages(rule)} |\n");
            }

            text.Append('\n');
        }

        text.Append("## Without a code fix\n\n| rule | why |\n| --- | --- |\n");
        foreach (var rule in rules.Where(rule => !rule.IsFixable))
            text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.WhyNoFix} |\n");
        return text.ToString().ReplaceLineEndings("\n");
    }
}
