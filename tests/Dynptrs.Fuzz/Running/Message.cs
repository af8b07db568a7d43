using System;

namespace Dynptrs.Fuzz.Running;

/// <summary>What a worker tells the campaign, one a line.</summary>
internal static class Message
{
    public const string Begins = ">";
    public const string Fault = "!";
    public const string Work = "~";

    public static void Send(string kind, params string[] parts)
    {
        Console.Out.WriteLine(kind + "\t" + string.Join("\t", Array.ConvertAll(parts, Escape)));
        Console.Out.Flush();
    }

    public static string[] Read(string line) => Array.ConvertAll(line.Split('\t'), Unescape);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal).Replace("\t", "    ", StringComparison.Ordinal);

    private static string Unescape(string text) => text
        .Replace("\\\\", "\u0001", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace('\u0001', '\\');
}
