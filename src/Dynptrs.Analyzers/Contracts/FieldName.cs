using System.Text;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>The kernel's name of the field for which a property of a struct stands, where that says no other.</summary>
internal static class FieldName
{
    /// <summary>The kernel's way to write a name: <c>RealParent</c> is <c>real_parent</c>.</summary>
    public static string Of(string property)
    {
        var text = new StringBuilder();
        foreach (var letter in property)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
