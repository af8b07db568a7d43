using System;

namespace Dynptrs;

/// <summary>
/// A program that is given a socket buffer: a socket filter, a classifier or action of traffic control, a filter of a control group, a
/// light-weight tunnel.
/// </summary>
/// <param name="name">The name of the program.</param>
/// <param name="section">Its section.</param>
/// <param name="programType">Its type, without prefix.</param>
/// <param name="attachTarget">What it attaches to, or <see langword="null"/>.</param>
/// <param name="packetType">Its type, which decides what of a packet it sees and may write.</param>
/// <param name="method">The method.</param>
public sealed class SkBuffProgram(
    string name,
    string section,
    string programType,
    string? attachTarget,
    BpfProgramType packetType,
    Func<SkBuff, int> method)
    : BpfProgram(name, section, programType, attachTarget, method)
{
    /// <summary>Runs the program on a packet, as <c>BPF_PROG_TEST_RUN</c> does.</summary>
    /// <param name="packet">The packet from its Ethernet header on.</param>
    /// <param name="options">How; once, when it is left out.</param>
    /// <returns>
    /// The result, with the errno of <see cref="TestRun.Run(BpfProgramType, Func{SkBuff, int}, ReadOnlySpan{byte}, TestRunOptions)"/>.
    /// </returns>
    public TestRunResult Run(ReadOnlySpan<byte> packet, TestRunOptions? options = null) => TestRun.Run(packetType, method, packet, options);

    /// <summary>Runs the program on a socket buffer that the host made, whatever it looks like.</summary>
    /// <param name="packet">The packet, of the program's type.</param>
    /// <param name="repeat">How often, each time on what the previous run left of the packet; 0 is once, too.</param>
    /// <returns>The result, without error.</returns>
    public TestRunResult Run(SkBuff packet, int repeat = 1) => TestRun.Run(method, packet, repeat);
}
