using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>A program that is verified once for all that it may be loaded with is verified as well as for each.</summary>
public sealed class LoadTimeTests(ITestOutputHelper output)
{
    [Fact]
    public void What_is_accepted_is_accepted_however_it_is_loaded()
    {
        var (settable, accepted, refused) = (0, 0, 0);
        Parallel.For(0, Scale.Programs, seed =>
        {
            var program = Soundness.Generate(seed);
            if (Soundness.Versions(program).Count() == 1)
                return;
            Interlocked.Increment(ref settable);
            var isAcceptedAsLoaded = Soundness.Versions(program).All(isHalved => Soundness.IsAccepted(program, isHalved));
            if (Soundness.IsAccepted(program))
            {
                Interlocked.Increment(ref accepted);
                Assert.True(isAcceptedAsLoaded, $"Seed {seed}: accepted, but not as it is loaded\n{ProgramText.Print(program)}");
            }
            else if (isAcceptedAsLoaded)
            {
                Interlocked.Increment(ref refused);
            }
        });
        output.WriteLine($"{settable} programs that are set, {accepted} accepted, {refused} refused that are accepted as they are loaded");
        // Of two constants one may be halved and the other not, which the two ways of loading leave out.
        Assert.InRange(refused, 0, settable / 50);
    }
}
