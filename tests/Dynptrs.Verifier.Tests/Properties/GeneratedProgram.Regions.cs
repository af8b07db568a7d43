using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Regions, and calls that have to do with them.</summary>
internal sealed partial class GeneratedProgram
{
    private bool AddRegion(Statement statement)
    {
        switch (statement)
        {
            case Statement.UseRegion(var kind, var effect, var at):
                var contract = GeneratedRegions.Of(kind, effect);
                _builder.Call(Site(contract.Name), null, contract, kind switch
                {
                    RegionKind.Section => [],
                    RegionKind.Spot => [LockAt(_refs[at].Dereference(ScalarType.U8))],
                    _ => [Value(Operand.Copy(_handles[at]))],
                });
                return true;
            case Statement.CallPermitted:
                _builder.Call(Site("permitted"), null, GeneratedRegions.Permitted);
                return true;
            case Statement.CallSleep:
                _builder.Call(Site("sleep"), null, GeneratedRegions.Sleep);
                return true;
            default:
                return false;
        }
    }

    private Argument LockAt(Place place) => new(Operand.Copy(place), ArgumentPassing.Ref, new Site(Site("lock")));
}
