using Dynptrs.Interpreter.Calls;
using Dynptrs.Interpreter.Values;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Interpreter;

/// <summary>What a run meets outside of the program: the results of helpers, and what is null.</summary>
public interface IEnvironment
{
    /// <summary>How many instructions may be executed.</summary>
    public int MaxSteps { get; }

    /// <summary>Whether a run that takes more misbehaves; else it ends without a verdict.</summary>
    public bool MustEnd => false;

    /// <summary>How many bytes of stack the frames that are active may take together.</summary>
    public int MaxStackBytes => int.MaxValue;

    /// <summary>
    /// The result of a helper, and what it does to memory. What its contract says, of owners, references and views, is done
    /// by the interpreter: a view needs only the memory that it points to.
    /// </summary>
    /// <param name="call">The call.</param>
    public Value? Call(HelperCall call);

    /// <summary>The content of a static variable, which is the same at each access.</summary>
    /// <param name="site">The access.</param>
    /// <param name="name">The name of the variable.</param>
    /// <param name="size">Its size in bytes.</param>
    public MemoryRegion GetGlobal(Site site, string name, long size);
}
