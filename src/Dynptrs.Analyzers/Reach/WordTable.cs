namespace Dynptrs.Analyzers.Reach;

/// <summary>A set of words by their hashes. It takes two words of one hash for the same.</summary>
internal sealed class WordTable
{
    private const uint Seed = 2166136261;
    private const uint Factor = 16777619;

    private uint[] _slots = new uint[1024];
    private int _count;

    /// <summary>The hash of no word yet.</summary>
    public static uint Begin => Seed;

    /// <summary>The hash of a word that goes on.</summary>
    public static uint Next(uint hash, char character) => (hash ^ character) * Factor;

    /// <summary>The hash of a whole word, which is never 0.</summary>
    public static uint End(uint hash) => hash | 1;

    /// <summary>The hash of a word.</summary>
    public static uint Hash(string word)
    {
        var hash = Begin;
        foreach (var character in word)
            hash = Next(hash, character);
        return End(hash);
    }

    /// <summary>Adds a word.</summary>
    public void Add(uint hash)
    {
        if (!TryPut(_slots, hash) || ++_count < _slots.Length / 2)
            return;
        var larger = new uint[2 * _slots.Length];
        foreach (var slot in _slots)
        {
            if (slot != 0)
                TryPut(larger, slot);
        }

        _slots = larger;
    }

    /// <summary>Whether a word is there.</summary>
    public bool Contains(uint hash)
    {
        var i = Start(hash);
        while (true)
        {
            var slot = _slots[i & (_slots.Length - 1)];
            if (slot == hash || slot == 0)
                return slot == hash;
            i++;
        }
    }

    private static bool TryPut(uint[] slots, uint hash)
    {
        var i = Start(hash);
        while (true)
        {
            ref var slot = ref slots[i & (slots.Length - 1)];
            if (slot == hash)
                return false;
            if (slot == 0)
            {
                slot = hash;
                return true;
            }

            i++;
        }
    }

    private static int Start(uint hash) => (int)(hash >> 1);
}
