using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dynptrs.Conformance.Tests.Helpers;
using Dynptrs.Testing;

namespace Dynptrs.Conformance.Tests;

/// <summary><c>docs/helpers.md</c> says what the runtime implements of the kernel's helpers, and what not.</summary>
public sealed class HelperPageTests
{
    private static readonly KernelHelper[] Kernel = JsonSerializer.Deserialize<KernelHelper[]>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Dynptrs.Conformance.Tests", "Helpers", "kernel-helpers.json")),
        JsonSerializerOptions.Web)!;

    [Fact]
    public void A_helper_of_the_kernel_is_implemented_or_its_absence_has_a_reason()
    {
        var wrong =
            from helper in Kernel
            let isImplemented = ImplementedHelper.All.ContainsKey(helper.Name)
            where isImplemented != string.IsNullOrWhiteSpace(helper.Missing)
            select isImplemented
                ? $"{helper.Name} is implemented: remove what kernel-helpers.json says of it"
                : $"{helper.Name} is not implemented: kernel-helpers.json must say why";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_runtime_knows_the_first_version_of_each_helper()
    {
        var since = Kernel.ToDictionary(helper => helper.Name, helper => helper.Since);
        Assert.All(
            ImplementedHelper.All.Values.SelectMany(helpers => helpers),
            helper => Assert.Equal(
                (helper.Attribute.Name, since.GetValueOrDefault(helper.Attribute.Name)), (helper.Attribute.Name, helper.Attribute.Since)));
    }

    [Fact]
    public void The_page_on_helpers_is_up_to_date()
    {
        var page = new StringBuilder("""
            # Helpers

            The kernel's helpers and kfuncs that the runtime implements, under their names in the stubs. *Linux* means that a helper answers `-EOPNOTSUPP`, or null, elsewhere.
            `HelperPageTests` writes this page from the declarations: do not edit it.

            | helper | since | programs | implemented by | platforms |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var (name, helpers) in ImplementedHelper.All)
        {
            var (programs, members) = (
                Join(helpers.Select(helper => helper.Programs)), Join(helpers.Select(helper => $"`{helper.Implementation}`")));
            var platforms = helpers.Any(helper => !helper.Attribute.LinuxOnly) ? "any" : "Linux";
            page.AppendLine(
                CultureInfo.InvariantCulture, $"| `{name}` | {helpers[0].Attribute.Since} | {programs} | {members} | {platforms} |");
        }

        page.Append("\n## Not implemented\n\n| helper | since | why |\n| --- | --- | --- |\n");
        foreach (var helper in Kernel.Where(helper => helper.Missing is not null).OrderBy(helper => helper.Name, StringComparer.Ordinal))
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{helper.Name}` | {helper.Since} | {helper.Missing} |");
        Repository.VerifyOrUpdate(Path.Combine(Repository.Root, "docs", "helpers.md"), page.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_says_that_it_works_on_Linux_only_is_marked_so()
    {
        var documented = XDocument.Load(Path.ChangeExtension(typeof(Dynptr).Assembly.Location, "xml")).Descendants("member")
            .Where(member => Regex.Replace(member.Value, @"\s+", " ").Contains("n any system but Linux", StringComparison.Ordinal))
            .Select(member => Regex.Match((string)member.Attribute("name")!, @"^M:Dynptrs\.(\w+\.\w+)").Groups[1].Value)
            .CountBy(name => name)
            .ToDictionary();
        Assert.All(
            ImplementedHelper.All.Values.SelectMany(helpers => helpers)
                .GroupBy(helper => $"{helper.Member.DeclaringType!.Name}.{helper.Member.Name}"),
            group => Assert.Equal(
                (group.Key, documented.GetValueOrDefault(group.Key)), (group.Key, group.Count(helper => helper.Attribute.LinuxOnly))));
    }

    private static string Join(IEnumerable<string> texts) => string.Join(", ", texts.Distinct().Order(StringComparer.Ordinal));
}
