using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace WhoStartsWhat;

/// <summary>A program that was started.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Arguments">Its arguments, its own name first; not all where they are many or long.</param>
/// <param name="StarterId">The process that started it, or 0 where that is not known.</param>
/// <param name="Starter">The name of that.</param>
public sealed record StartedProgram(int ProcessId, string Path, IReadOnlyList<string> Arguments, int StarterId, string Starter)
{
    /// <summary>Reads a record.</summary>
    public static StartedProgram Read(ReadOnlySpan<byte> record)
    {
        var header = MemoryMarshal.Read<StartHeader>(record);
        var texts = record[StartHeader.SizeInBytes..];
        var path = ReadText(ref texts);
        var arguments = new string[header.ArgumentCount];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = ReadText(ref texts);
        ReadOnlySpan<byte> starter = header.Starter.Command;
        return new StartedProgram(header.ProcessId, path, arguments, header.Starter.ProcessId, ReadText(ref starter));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Starter} ({StarterId}) starts {Path} ({ProcessId}): {string.Join(' ', Arguments)}";

    private static string ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(bytes[..end]);
        bytes = bytes[(end + 1)..];
        return text;
    }
}
