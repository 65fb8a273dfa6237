using System.Numerics;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Which keys are held down and which locks are on: what makes events of keys.</summary>
/// <remarks>Allocates nothing.</remarks>
public struct KeyboardState
{
    private const int KeysPerWord = 64;

    private readonly KeyboardLayout _layout;

    // A bit for each number that a key can have.
    private ulong _down0;
    private ulong _down1;
    private ulong _down2;
    private ulong _down3;

    /// <summary>No key is down and no lock is on.</summary>
    /// <param name="layout">What the keys type.</param>
    public KeyboardState(KeyboardLayout layout) => _layout = layout;

    /// <summary>The locks that are on: <see cref="KeyModifiers.Locks"/> or some of them.</summary>
    public KeyModifiers Locks { get; private set; }

    /// <summary>The modifiers that are held down, and the locks that are on.</summary>
    public readonly KeyModifiers Modifiers
    {
        get
        {
            // Their keys are numbered in the order of their bits.
            var held = (KeyModifiers)(byte)(_down3 >> ((int)Key.LeftControl % KeysPerWord));
            if ((held & KeyModifiers.RightAlt) != 0 && _layout.HasThirdLevel)
            {
                held = held & ~KeyModifiers.RightAlt | KeyModifiers.AltGraph;
            }

            return held | Locks;
        }
    }

    /// <summary>Whether a key is held down.</summary>
    public readonly bool IsDown(Key key) => (WordOf(key) & BitOf(key)) != 0;

    /// <summary>A key goes down, or repeats.</summary>
    public KeyEvent Press(Key key)
    {
        var action = IsDown(key) ? KeyAction.Repeated : KeyAction.Pressed;
        SetWord(key, WordOf(key) | BitOf(key));
        if (action == KeyAction.Pressed)
        {
            Locks ^= LockOf(key);
        }

        return EventOf(key, action);
    }

    /// <summary>A key goes up.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keyEvent">What is to be told, where this returns true.</param>
    /// <returns>False where the key was not down: then there is nothing to tell.</returns>
    public bool TryRelease(Key key, out KeyEvent keyEvent)
    {
        if (!IsDown(key))
        {
            keyEvent = default;
            return false;
        }

        SetWord(key, WordOf(key) & ~BitOf(key));
        keyEvent = EventOf(key, KeyAction.Released);
        return true;
    }

    /// <summary>Releases one of the keys that are down. For when it is no longer known which are: a key that is held says so
    /// again.</summary>
    /// <param name="keyEvent">What is to be told, where this returns true.</param>
    /// <returns>False where none is down.</returns>
    public bool TryReleaseAny(out KeyEvent keyEvent)
    {
        for (var first = 0; first < 4 * KeysPerWord; first += KeysPerWord)
        {
            var word = WordOf((Key)first);
            if (word != 0)
            {
                return TryRelease((Key)(first + BitOperations.TrailingZeroCount(word)), out keyEvent);
            }
        }

        keyEvent = default;
        return false;
    }

    private static ulong BitOf(Key key) => 1UL << ((int)key % KeysPerWord);

    private static KeyModifiers LockOf(Key key) => key switch
    {
        Key.NumLock => KeyModifiers.NumLock,
        Key.CapsLock => KeyModifiers.CapsLock,
        Key.ScrollLock => KeyModifiers.ScrollLock,
        _ => KeyModifiers.None,
    };

    private readonly KeyEvent EventOf(Key key, KeyAction action)
    {
        var modifiers = Modifiers;
        return new KeyEvent(key, _layout.CharacterOf(key, modifiers), modifiers, action);
    }

    private readonly ulong WordOf(Key key) => ((int)key / KeysPerWord) switch
    {
        0 => _down0,
        1 => _down1,
        2 => _down2,
        _ => _down3,
    };

    private void SetWord(Key key, ulong value)
    {
        switch ((int)key / KeysPerWord)
        {
            case 0:
                _down0 = value;
                break;

            case 1:
                _down1 = value;
                break;

            case 2:
                _down2 = value;
                break;

            default:
                _down3 = value;
                break;
        }
    }
}
