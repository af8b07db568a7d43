using System;

namespace Dynptrs;

/// <summary>An XDP program.</summary>
/// <param name="name">The name of the program.</param>
/// <param name="section">Its section.</param>
/// <param name="programType">Its type, without prefix.</param>
/// <param name="attachTarget">What it attaches to, or <see langword="null"/>.</param>
/// <param name="method">The method.</param>
public sealed class XdpProgram(string name, string section, string programType, string? attachTarget, Func<XdpBuff, int> method)
    : BpfProgram(name, section, programType, attachTarget, method)
{
    /// <summary>Runs the program on a packet, as <c>BPF_PROG_TEST_RUN</c> does.</summary>
    /// <param name="packet">The metadata, if there is any, and the packet from its Ethernet header on.</param>
    /// <param name="options">How; once, and without metadata, when it is left out.</param>
    /// <returns>The result, with the errno of <see cref="TestRun.Run(Func{XdpBuff, int}, ReadOnlySpan{byte}, TestRunOptions)"/>.</returns>
    public TestRunResult Run(ReadOnlySpan<byte> packet, TestRunOptions? options = null) => TestRun.Run(method, packet, options);

    /// <summary>Runs the program on a packet that the host made, whatever it looks like.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="repeat">How often, each time on what the previous run left of the packet; 0 is once, too.</param>
    /// <returns>The result, without error.</returns>
    public TestRunResult Run(XdpBuff packet, int repeat = 1) => TestRun.Run(method, packet, repeat);
}
