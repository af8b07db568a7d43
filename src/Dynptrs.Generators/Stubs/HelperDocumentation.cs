using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Stubs;

/// <summary>
/// What the runtime's documentation says of parameters, results and exceptions, for the stubs to say it, too. The compiler does not read
/// the documentation of references, so the generator carries it: a resource, which a test keeps current.
/// </summary>
internal static class HelperDocumentation
{
    private const string Resource = "HelperDocumentation.xml";

    private static readonly Lazy<Dictionary<string, EquatableArray<DocumentationElement>>> Members = new(Load);

    /// <summary>The elements that document a member, by its documentation identifier; empty for one that is not known.</summary>
    public static EquatableArray<DocumentationElement> Find(string id) =>
        Members.Value.TryGetValue(id, out var elements) ? elements : default;

    private static Dictionary<string, EquatableArray<DocumentationElement>> Load()
    {
        using var stream = typeof(HelperDocumentation).Assembly.GetManifestResourceStream(Resource);
        return XDocument.Load(stream).Root.Elements("member").ToDictionary(
            member => (string)member.Attribute("name"),
            member => new EquatableArray<DocumentationElement>([.. member.Elements().Select(Read)]));
    }

    private static DocumentationElement Read(XElement element) =>
        new((string?)element.Attribute("name") ?? "", element.ToString(SaveOptions.DisableFormatting));
}
