namespace System.Threading.Channels;

public sealed class BoundedChannelOptions : ChannelOptions
{
    private int _capacity;
    private BoundedChannelFullMode _fullMode = BoundedChannelFullMode.Wait;

    public BoundedChannelOptions(int capacity)
    {
        Capacity = capacity;
    }

    public int Capacity
    {
        get => _capacity;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _capacity = value;
        }
    }

    public BoundedChannelFullMode FullMode
    {
        get => _fullMode;
        set
        {
            if (value is < BoundedChannelFullMode.Wait or > BoundedChannelFullMode.DropWrite)
            {
                throw new ArgumentOutOfRangeException(nameof(value));
            }

            _fullMode = value;
        }
    }
}
