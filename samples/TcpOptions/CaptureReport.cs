using System.Collections.Generic;
using Dynptrs;
using Dynptrs.Kernel;

namespace TcpOptions;

/// <summary>Runs the program on captures.</summary>
public static class CaptureReport
{
    /// <summary>Reads each frame of a capture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="world">Where the program runs.</param>
    public static IReadOnlyList<Segment> Read(string path, BpfWorld world)
    {
        using var segments = Segments.Skeleton.Open(world);
        var found = new List<Segment>();
        foreach (var frame in CaptureFile.Read(path))
        {
            var result = segments.Programs.OnPacket.TestRun(frame.Bytes.Span);
            found.Add(new Segment(result.Error, result.ReturnValue, segments.Bss.Last));
        }

        return found;
    }
}
