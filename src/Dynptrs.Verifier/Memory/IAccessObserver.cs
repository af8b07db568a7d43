using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Memory;

/// <summary>Is told of accesses to memory, whatever becomes of them.</summary>
internal interface IAccessObserver
{
    /// <summary>A pointer is about to be written through.</summary>
    public void Write(State state, PointerValue pointer, string name, Site site);
}
