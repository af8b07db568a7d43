using System;

namespace Dynptrs;

/// <summary>
/// A program with a context that the host makes: a tracepoint's arguments, an object that a traced function was called with.
/// </summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
/// <param name="name">The name of the program.</param>
/// <param name="section">Its section.</param>
/// <param name="programType">Its type, without prefix.</param>
/// <param name="attachTarget">What it attaches to, or <see langword="null"/>.</param>
/// <param name="method">The method.</param>
public sealed class ContextProgram<TContext>(
    string name,
    string section,
    string programType,
    string? attachTarget,
    Func<TContext, int> method)
    : BpfProgram(name, section, programType, attachTarget, method)
{
    /// <summary>Runs the program.</summary>
    /// <param name="context">What it is given.</param>
    /// <param name="repeat">How often; 0 is once, too.</param>
    /// <returns>The result, without error.</returns>
    public TestRunResult Run(TContext context, int repeat = 1) => TestRun.RunOn(method, context, repeat);
}
