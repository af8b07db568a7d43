using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dynptrs.Generators.Stubs;

namespace Dynptrs.Generators.Tests.Stubs;

/// <summary>The documentation that the generator carries: what the runtime says of its helpers.</summary>
public sealed partial class HelperDocumentationTests
{
    private static readonly string RepositoryRoot =
        typeof(HelperDocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    [Fact]
    public void It_is_that_of_the_runtime()
    {
        var path = Path.Combine(RepositoryRoot, "src", "Dynptrs.Generators", "Stubs", "HelperDocumentation.xml");
        var current = Compose();
        if (Environment.GetEnvironmentVariable("DYNPTRS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, current);
        }
        else
        {
            Assert.True(
                File.ReadAllText(path).ReplaceLineEndings("\n") == current,
                "src/Dynptrs.Generators/Stubs/HelperDocumentation.xml is stale: run the tests of the generators with DYNPTRS_UPDATE_DOCS=1, then build again");
        }
    }

    [Fact]
    public void Every_helper_is_documented()
    {
        var helpers = HelperCatalogue.Read(GeneratorTest.Compile(""), TestContext.Current.CancellationToken);
        Assert.NotEmpty(helpers);
        Assert.Equal([], helpers.Where(helper => helper.Documentation.Count < Described(helper)).Select(helper => helper.Name));
    }

    /// <summary>How much there is to say: each parameter but the receiver, and the result, which of a property is the property itself.</summary>
    private static int Described(Helper helper)
    {
        var isReceiver = helper.Parameters.Count > 0 && helper.Call.StartsWith(helper.Parameters[0].Split(' ')[^1] + ".", StringComparison.Ordinal);
        return helper.Parameters.Count - (isReceiver ? 1 : 0) + (helper.ReturnType == "void" || !helper.Call.EndsWith(')') ? 0 : 1);
    }

    private static string Compose()
    {
        var all = XDocument.Load(Path.ChangeExtension(typeof(Dynptr).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!);
        var text = new StringBuilder("<members>\n");
        var implementations = HelperCatalogue.Read(GeneratorTest.Compile(""), TestContext.Current.CancellationToken)
            .Select(helper => helper.Implementation);
        foreach (var implementation in implementations.Distinct().Order(StringComparer.Ordinal))
        {
            text.Append("  <member ").Append(new XAttribute("name", implementation)).Append(">\n");
            foreach (var element in ElementsOf(implementation, all))
                text.Append("    ").Append(element.ToString(SaveOptions.DisableFormatting)).Append('\n');
            text.Append("  </member>\n");
        }

        return text.Append("</members>\n").ToString();
    }

    private static IEnumerable<XElement> ElementsOf(string id, Dictionary<string, XElement> all)
    {
        // What stands on the member of an extension block, its static form inherits.
        var member = all[id].Element("inheritdoc") is { } inherited ? all[(string)inherited.Attribute("cref")!] : all[id];
        return member.Elements()
            .Where(element => element.Name.LocalName is "typeparam" or "param" or "returns" or "exception")
            .Select(Clean);
    }

    /// <summary>On one line, and with names as one writes them.</summary>
    private static XElement Clean(XElement element)
    {
        var text = Edges().Replace(Spaces().Replace(element.ToString(SaveOptions.DisableFormatting), " "), "");
        return XElement.Parse(PlainReference().Replace(text, "cref=\"global::$1\""), LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Right behind the opening tag of the element, and before its closing one.
    [GeneratedRegex(@"(?<=^<[^>]*>) | (?=</[^>]*>$)")]
    private static partial Regex Edges();

    [GeneratedRegex("cref=\"[TFP]:([^\"`]+)\"")]
    private static partial Regex PlainReference();
}
