using System.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Stubs;

/// <summary>A class that is to be filled with stubs.</summary>
/// <param name="Frame">Where the stubs go.</param>
/// <param name="Selection">Which stubs it gets.</param>
/// <param name="HasOwnMembers">Whether it has members that the user wrote.</param>
/// <param name="Taken">What its own members take from the stubs, as <see cref="MemberKey"/> writes it.</param>
internal sealed record StubTarget(TypeFrame Frame, StubSelection Selection, bool HasOwnMembers, EquatableArray<string> Taken)
{
    /// <summary>Whether a helper gets a stub.</summary>
    public bool Has(Helper helper) => Selection.Has(helper) && !Taken.Contains(helper.Key) && !Taken.Contains(helper.Name);
}
