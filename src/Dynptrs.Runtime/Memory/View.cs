namespace Dynptrs;

/// <summary>What the view types share.</summary>
internal static class View
{
    public const string NoComparison = "Views cannot be compared with one another. Use IsNull to test one for null.";
}
