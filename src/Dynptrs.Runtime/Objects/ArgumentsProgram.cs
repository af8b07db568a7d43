using System;

namespace Dynptrs;

/// <summary>A program that is given the arguments of what it traces, one by one, as with <c>BPF_PROG</c> in C.</summary>
/// <typeparam name="TDelegate">The type of its method.</typeparam>
/// <param name="name">The name of the program.</param>
/// <param name="section">Its section.</param>
/// <param name="programType">Its type, without prefix.</param>
/// <param name="attachTarget">What it attaches to, or <see langword="null"/>.</param>
/// <param name="method">The method.</param>
public sealed class ArgumentsProgram<TDelegate>(string name, string section, string programType, string? attachTarget, TDelegate method)
    : BpfProgram(name, section, programType, attachTarget, method)
    where TDelegate : Delegate
{
    /// <summary>Runs the program once: call it with the arguments.</summary>
    public TDelegate Run => method;
}
