using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dynptrs.Tool.Runs;

/// <summary>Reads packets.</summary>
internal static class PacketFiles
{
    private const string Hexadecimal = ".hex";

    /// <summary>One packet: the bytes of a file, or the hexadecimal digits of one that ends in <c>.hex</c>.</summary>
    /// <exception cref="ToolException">There is no such file, or it holds no packet.</exception>
    public static byte[] ReadPacket(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException(
                $"There is no packet file {path}. It holds the bytes from the Ethernet header on; as digits, if it ends in {Hexadecimal}.");
        }

        var bytes = path.EndsWith(Hexadecimal, StringComparison.OrdinalIgnoreCase) ? ReadDigits(path) : File.ReadAllBytes(path);
        return bytes.Length > 0 ? bytes : throw new ToolException($"{path} is empty. A packet begins with an Ethernet header of 14 bytes.");
    }

    /// <summary>The packets of a capture, in their order.</summary>
    /// <exception cref="ToolException">There is no such file, or it is no capture.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> ReadCapture(string path)
    {
        try
        {
            return [.. CaptureFile.Read(path).Where(frame => frame.IsComplete).Select(frame => frame.Bytes)];
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new ToolException(exception.Message);
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            throw new ToolException("libpcap is not installed, which reads captures. Install it: `apt-get install libpcap0.8`.");
        }
    }

    private static byte[] ReadDigits(string path)
    {
        // A line may have a comment, as packets that people write have.
        var text = string.Concat(File.ReadLines(path).Select(line => line.Split('#')[0]));
        var digits = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        try
        {
            return Convert.FromHexString(digits);
        }
        catch (FormatException)
        {
            throw new ToolException($"{path} holds something else than pairs of hexadecimal digits, spaces, and comments behind #.");
        }
    }
}
