using Dynptrs.Verifier.Domain;

namespace Dynptrs.Verifier.Findings;

/// <summary>What a finding is about, as a path knows it: the steps that concern it become part of the finding's trace.</summary>
/// <param name="First">The identity of an owner, reference, pointer or handle, or 0.</param>
/// <param name="Second">A second identity, or 0.</param>
/// <param name="End">The step that ended what is used, or <see langword="null"/>.</param>
internal readonly record struct About(int First, int Second = 0, TraceNode? End = null)
{
    public static About Owner(OwnerValue owner) => new(owner.Id, owner.Reference);

    /// <summary>A live owner; nothing for any other value.</summary>
    public static About Owner(Value? value) => value is OwnerValue owner ? Owner(owner) : default;

    public static About Pointer(PointerValue pointer) => new(pointer.Id, pointer.Owner, pointer.Ending?.Step);

    public static About Handle(HandleValue handle) => new(handle.Id, handle.Reference, handle.Ending?.Step);

    /// <summary>A value of any kind; nothing where it has no identity.</summary>
    public static About Any(Value? value) => value switch
    {
        OwnerValue owner => Owner(owner),
        GoneOwnerValue gone => new About(gone.Id, 0, gone.Ending.Step),
        PointerValue pointer => Pointer(pointer),
        HandleValue handle => Handle(handle),
        UntrustedValue untrusted => new About(untrusted.Id),
        _ => default,
    };
}
