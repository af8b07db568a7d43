using System;

namespace Dynptrs;

/// <summary>
/// The kernel object in this parameter or, on a method, in its receiver must be trusted: the context of the program, or an object that a
/// helper returned. The arguments of a traced function are not. On a class: a program is given such an object as its context, which is
/// trusted in each.
/// </summary>
/// <remarks>
/// Follows <c>KF_TRUSTED_ARGS</c>, which holds for every kfunc since Linux 7.0: <c>R%d must be referenced or trusted</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method | AttributeTargets.Class)]
public sealed class TrustedAttribute : Attribute
{
    /// <summary>
    /// Whether an object is taken, too, that is there only inside of a read section of RCU (<see cref="PointerTrust.Rcu"/>).
    /// </summary>
    /// <remarks>Follows <c>KF_RCU</c>: <c>R%d must be a rcu pointer</c>.</remarks>
    public bool OrRcu { get; set; }
}
