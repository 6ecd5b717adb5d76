<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BitPairs</name>
    <message>
        <source>This layer stays digital: nothing is converted.</source>
        <translation>此层保持数字：没有转换。</translation>
    </message>
</context>
<context>
    <name>ChartPlan</name>
    <message>
        <source>these settings</source>
        <translation>当前设置</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
</context>
<context>
    <name>ChipSpread</name>
    <message numerus="yes">
        <source>%n chips</source>
        <translation>
            <numerusform>%n 个芯片</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2 … %3, mean %4, standard deviation %5 points.</source>
        <translation>%1：%2 … %3，平均 %4，标准差 %5 个百分点。</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n 个种子</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesignHint</name>
    <message>
        <source>{} codes for {} column sums: sums lie between codes and are rounded, though there are codes enough.</source>
        <translation>{} 个码对应 {} 个列和：和落在码之间而被舍入，尽管码已经足够。</translation>
    </message>
    <message>
        <source>{} gives each sum a code of its own, for less energy.</source>
        <translation>{} 使每个和都有自己的码，且能量更低。</translation>
    </message>
    <message>
        <source>{} rows give {} column sums, an ADC of {} bits tells {} codes apart: nearly every sum is rounded.</source>
        <translation>{} 行产生 {} 个列和，{} 位 ADC 只能分辨 {} 个码：几乎每个和都被舍入。</translation>
    </message>
    <message>
        <source>{} gives each sum a code of its own: nothing is lost but rows, {} of {}.</source>
        <translation>{} 使每个和都有自己的码：损失的只是行，{} / {}。</translation>
    </message>
    <message>
        <source>Noise of {} steps of the ADC changes no code, since every sum lies on a code: the array is as good as without it.</source>
        <translation>{} 个 ADC 步长的噪声不会改变任何码，因为每个和都落在码上：阵列与无噪声时一样好。</translation>
    </message>
    <message>
        <source>More noise, and so less energy for comparator and capacitors, costs nothing up to about a tenth of a step.</source>
        <translation>噪声再大一些（约十分之一步长以内）没有代价，比较器和电容的能量却可以更低。</translation>
    </message>
    <message>
        <source>Noise of {} steps drowns the last bits of the ADC: they cost energy and tell little.</source>
        <translation>{} 个步长的噪声淹没了 ADC 的最低几位：它们消耗能量，却几乎没有信息。</translation>
    </message>
    <message>
        <source>{} keeps the noise at half a step or more; or lower the noise.</source>
        <translation>{} 时噪声仍为半个步长或更多；或者降低噪声。</translation>
    </message>
    <message>
        <source>Without noise {} votes are all the same and only cost energy.</source>
        <translation>没有噪声时 {} 次表决结果全都相同，只消耗能量。</translation>
    </message>
    <message>
        <source>{}.</source>
        <translation>{}。</translation>
    </message>
    <message>
        <source>{} bits at a time leave {} for the last cycle, which takes a conversion all the same.</source>
        <translation>每次 {} 位，最后一个周期只剩 {} 位，却同样需要一次转换。</translation>
    </message>
    <message>
        <source>An encoding that divides {} bits.</source>
        <translation>采用能整除 {} 位的编码。</translation>
    </message>
    <message>
        <source>A digital pair of bits takes {} of the energy of an analog one here, and is exact.</source>
        <translation>这里一个数字位对的能量是模拟位对的 {} 倍，而且是精确的。</translation>
    </message>
    <message>
        <source>{} makes the pairs that weigh most exact for less energy.</source>
        <translation>{} 使权重最大的位对精确，且能量更低。</translation>
    </message>
    <message>
        <source>The upper {} of {} activation bits are never set in the input of {} on these images: conversions of nothing, and rounding that is coarser than it need be.</source>
        <translation>最高 {} 位（共 {} 个激活位）在这些图像上于 {} 的输入中从不为一：转换毫无内容，取整也比必要的更粗。</translation>
    </message>
    <message>
        <source>A lower {} of this layer (99.9, say) makes use of them; fewer {} save them.</source>
        <translation>降低该层的{}（例如 99.9）可利用这些位；减少{}则省去它们。</translation>
    </message>
    <message>
        <source>{} takes the vote of three; {} asks for none.</source>
        <translation>{} 取三次表决；{} 则不表决。</translation>
    </message>
    <message>
        <source>{} with one sample is no vote: accuracy and energy are those without it.</source>
        <translation>{} 而只采样一次不构成表决：精度与能量同未表决时一样。</translation>
    </message>
    <message>
        <source>The ADC&apos;s range spans the sums of {} rows, {} of them to a code; {} of {} layers fill half of the rows or less ({} to {}), and their sums are read with the lowest codes alone.</source>
        <translation>ADC 的量程覆盖 {} 行之和，每个码含 {} 个和；{} 层（共 {} 层）只填满一半或更少的行（{} 至 {}），其和只用到最低的那些码。</translation>
    </message>
    <message>
        <source>A calibrated {} uses every code in each layer; so do fewer {}, as far as layers fill them.</source>
        <translation>经校准的{}在每层都用到所有码；减少{}到各层能填满的数目亦可。</translation>
    </message>
</context>
<context>
    <name>EnergyPart</name>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>DAC</source>
        <translation>DAC</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>阵列</translation>
    </message>
    <message>
        <source>Row drivers</source>
        <translation>行驱动器</translation>
    </message>
    <message>
        <source>Shift and add</source>
        <translation>移位累加</translation>
    </message>
    <message>
        <source>Digital</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Partial sums</source>
        <translation>部分和</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>缓冲器</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Use fewer images or points, or fewer threads</source>
        <translation>请减少图像、点或线程</translation>
    </message>
    <message>
        <source>An exception of unknown type</source>
        <translation>未知类型的异常</translation>
    </message>
    <message>
        <source>The lesson cannot be read</source>
        <translation>无法读取课程</translation>
    </message>
    <message>
        <source>The layers of this network are not known</source>
        <translation>此网络的层未知</translation>
    </message>
    <message>
        <source>The energy is no positive number</source>
        <translation>能量不是正数</translation>
    </message>
    <message>
        <source>The ADC&apos;s range of this network cannot be calibrated here</source>
        <translation>此处无法校准该网络的 ADC 量程</translation>
    </message>
    <message>
        <source>Switch the calibration of the ADC&apos;s range off</source>
        <translation>请关闭 ADC 量程校准</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept against a crash ({})</source>
        <translation>无法防止未保存的内容因崩溃而丢失（{}）</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept against a crash</source>
        <translation>无法防止未保存的内容因崩溃而丢失</translation>
    </message>
    <message>
        <source>Save the study yourself, or free disk space</source>
        <translation>请自行保存研究，或腾出磁盘空间</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>运行失败</translation>
    </message>
    <message>
        <source>Nothing has been computed yet</source>
        <translation>尚未计算任何内容</translation>
    </message>
    <message>
        <source>Run a sweep first</source>
        <translation>请先启动一次扫描</translation>
    </message>
    <message>
        <source>The sweep could not start, so there is nothing to save</source>
        <translation>扫描未能启动，因此没有可保存的内容</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>请重新启动</translation>
    </message>
    <message>
        <source>The study file is damaged: the state of the window</source>
        <translation>研究文件已损坏：窗口状态</translation>
    </message>
    <message>
        <source>The file was left as it was ({})</source>
        <translation>文件保持原样（{}）</translation>
    </message>
    <message>
        <source>The folder cannot be written ({})</source>
        <translation>无法写入文件夹（{}）</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>请选择其他文件夹</translation>
    </message>
    <message>
        <source>Something other than a file has this name</source>
        <translation>此名称属于文件以外的对象</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>请选择其他名称</translation>
    </message>
    <message>
        <source>Cannot write the file ({})</source>
        <translation>无法写入文件（{}）</translation>
    </message>
    <message>
        <source>There is no memory for a picture of this size</source>
        <translation>内存不足以生成此尺寸的图片</translation>
    </message>
    <message>
        <source>Choose a smaller size or scale</source>
        <translation>请选择较小的尺寸或缩放</translation>
    </message>
    <message>
        <source>The picture could not be encoded</source>
        <translation>无法编码图片</translation>
    </message>
    <message>
        <source>This layer stays digital, so nothing of it is converted</source>
        <translation>该层保持数字计算，没有任何转换</translation>
    </message>
    <message>
        <source>Put it on the array to look into it</source>
        <translation>将其放到阵列上才能查看</translation>
    </message>
    <message>
        <source>sums of all weight bits at once have signs and are not recorded</source>
        <translation>所有权重位同时求和带有符号，不予记录</translation>
    </message>
    <message>
        <source>Set {} to {}.</source>
        <translation>请将{}设为{}。</translation>
    </message>
    <message>
        <source>There is no output {0} at position {1}</source>
        <translation>位置 {1} 处没有输出 {0}</translation>
    </message>
    <message>
        <source>The layer has {0} outputs at {1} positions, counted from 0</source>
        <translation>该层在 {1} 个位置有 {0} 个输出，从 0 计数</translation>
    </message>
    <message>
        <source>exact sums that may not fit 32 bits</source>
        <translation>精确和可能超出 32 位</translation>
    </message>
    <message>
        <source>Use 64 bits.</source>
        <translation>请使用 64 位。</translation>
    </message>
    <message>
        <source>this processor does not have {}</source>
        <translation>此处理器没有 {}</translation>
    </message>
    <message>
        <source>layer geometry is not possible</source>
        <translation>该层的几何参数不可能成立</translation>
    </message>
    <message>
        <source>It must be at least 1.</source>
        <translation>必须至少为 1。</translation>
    </message>
    <message>
        <source>layer geometry is too large</source>
        <translation>该层的几何参数过大</translation>
    </message>
    <message>
        <source>Sizes are at most 2^31.</source>
        <translation>尺寸至多为 2^31。</translation>
    </message>
    <message>
        <source>groups do not divide the layer</source>
        <translation>分组不能整除该层</translation>
    </message>
    <message>
        <source>Channels and outputs must be multiples of the groups.</source>
        <translation>通道数和输出数必须是分组数的整数倍。</translation>
    </message>
    <message>
        <source>a layer of rows has a window</source>
        <translation>按行的层带有窗口</translation>
    </message>
    <message>
        <source>Linear layers and products have width, kernel and groups 1.</source>
        <translation>线性层和乘积的宽度、卷积核和分组均为 1。</translation>
    </message>
    <message>
        <source>the layer has no output positions</source>
        <translation>该层没有输出位置</translation>
    </message>
    <message>
        <source>The input with its padding must be as large as the dilated kernel.</source>
        <translation>输入连同填充必须不小于膨胀后的卷积核。</translation>
    </message>
    <message>
        <source>a value to quantise is not finite</source>
        <translation>要量化的值不是有限数</translation>
    </message>
    <message>
        <source>Activations and weights must be numbers; look for a network that overflows.</source>
        <translation>激活和权重必须是数；请检查网络是否溢出。</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}：{}</translation>
    </message>
    <message>
        <source>{}. {}</source>
        <translation>{}。{}</translation>
    </message>
    <message>
        <source>Cannot read the file ({})</source>
        <translation>无法读取文件（{}）</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>Make room or name a place on another disk.</source>
        <translation>请腾出空间，或指定另一磁盘上的位置。</translation>
    </message>
    <message>
        <source>Name a place that is writable.</source>
        <translation>请指定可写入的位置。</translation>
    </message>
    <message>
        <source>The folder must exist.</source>
        <translation>文件夹必须存在。</translation>
    </message>
    <message>
        <source>This is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>This is no regular file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>请指定一个文件。</translation>
    </message>
    <message>
        <source>The file is too large ({} bytes)</source>
        <translation>文件过大（{} 字节）</translation>
    </message>
    <message>
        <source>At most {} bytes are read here.</source>
        <translation>此处至多读取 {} 字节。</translation>
    </message>
    <message>
        <source>The file ended early, at byte {}</source>
        <translation>文件提前结束于字节 {}</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>Cannot open the file</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>{} is no integer</source>
        <translation>{} 不是整数</translation>
    </message>
    <message>
        <source>Integers are needed here.</source>
        <translation>此处需要整数。</translation>
    </message>
    <message>
        <source>The file is too short ({} bytes)</source>
        <translation>文件过短（{} 字节）</translation>
    </message>
    <message>
        <source>The header&apos;s length at byte 0, {}, does not fit the file of {} bytes</source>
        <translation>字节 0 处的头部长度 {} 与 {} 字节的文件不符</translation>
    </message>
    <message>
        <source>The header at byte 8 is no JSON object</source>
        <translation>字节 8 处的头部不是 JSON 对象</translation>
    </message>
    <message>
        <source>The header is nested too deeply</source>
        <translation>头部嵌套过深</translation>
    </message>
    <message>
        <source>The header names &apos;{}&apos; twice</source>
        <translation>头部两次列出“{}”</translation>
    </message>
    <message>
        <source>The header is malformed JSON at byte {}</source>
        <translation>头部在字节 {} 处不是有效的 JSON</translation>
    </message>
    <message>
        <source>__metadata__ is no object</source>
        <translation>__metadata__ 不是对象</translation>
    </message>
    <message>
        <source>The value of &apos;{}&apos; in __metadata__ is no text</source>
        <translation>__metadata__ 中“{}”的值不是文本</translation>
    </message>
    <message>
        <source>The entry of tensor &apos;{}&apos; is not complete</source>
        <translation>张量“{}”的条目不完整</translation>
    </message>
    <message>
        <source>It has dtype, shape and data_offsets.</source>
        <translation>它包含 dtype、shape 和 data_offsets。</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; takes bytes {} to {} but has {} elements of {} bytes</source>
        <translation>张量“{}”占用字节 {} 至 {}，却有 {} 个 {} 字节的元素</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; overlaps another one</source>
        <translation>张量“{}”与另一个张量重叠</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; has the unknown type {}</source>
        <translation>张量“{}”的类型 {} 未知</translation>
    </message>
    <message>
        <source>Known are {}.</source>
        <translation>已知的有 {}。</translation>
    </message>
    <message>
        <source>The shape of tensor &apos;{}&apos; is no list of at most {} sizes</source>
        <translation>张量“{}”的形状不是至多 {} 个尺寸的列表</translation>
    </message>
    <message>
        <source>The shape of tensor &apos;{}&apos; has a size that is no whole number</source>
        <translation>张量“{}”的形状中有尺寸不是整数</translation>
    </message>
    <message>
        <source>The shape of tensor &apos;{}&apos; overflows</source>
        <translation>张量“{}”的形状溢出</translation>
    </message>
    <message>
        <source>The data_offsets of tensor &apos;{}&apos; are not two whole numbers</source>
        <translation>张量“{}”的 data_offsets 不是两个整数</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; lies at bytes {} to {} of {} bytes of data</source>
        <translation>张量“{}”位于字节 {} 至 {}，数据共 {} 字节</translation>
    </message>
    <message>
        <source>The file may be truncated.</source>
        <translation>文件可能被截断。</translation>
    </message>
    <message>
        <source>Bytes {} to {} of the data belong to no tensor</source>
        <translation>数据的字节 {} 至 {} 不属于任何张量</translation>
    </message>
    <message>
        <source>A safetensors file has 8 bytes of header length, a JSON header, then the data; this file may be truncated or of another format.</source>
        <translation>safetensors 文件依次为 8 字节的头部长度、JSON 头部和数据；此文件可能被截断或格式不同。</translation>
    </message>
    <message>
        <source>The tensor &apos;{}&apos; is missing</source>
        <translation>缺少张量“{}”</translation>
    </message>
    <message>
        <source>no column sums to calibrate the ADC&apos;s range on</source>
        <translation>没有可用于校准 ADC 量程的列和</translation>
    </message>
    <message>
        <source>Record some images of this layer on the array first</source>
        <translation>请先在阵列上记录该层的一些图像</translation>
    </message>
    <message>
        <source>a weight-parallel macro has no ADC range to calibrate this way</source>
        <translation>权重并行的宏没有可这样校准的 ADC 量程</translation>
    </message>
    <message>
        <source>Set {} by hand</source>
        <translation>请手动设置{}</translation>
    </message>
    <message>
        <source>{} cells of a weight do not fit {} columns</source>
        <translation>一个权重的 {} 个单元放不进 {} 列</translation>
    </message>
    <message>
        <source>Set {} to at least {}.</source>
        <translation>请将{}至少设为 {}。</translation>
    </message>
    <message>
        <source>mode float has no energy: no macro computes it</source>
        <translation>float 模式没有能量：没有宏来计算它</translation>
    </message>
    <message>
        <source>Choose quantised or simulated.</source>
        <translation>请选择 quantised 或 simulated。</translation>
    </message>
    <message>
        <source>there is no preset &apos;{}&apos;</source>
        <translation>没有预设“{}”</translation>
    </message>
    <message>
        <source>Did you mean &apos;{}&apos;? `acim list presets` names them all.</source>
        <translation>是否指“{}”？`acim list presets` 列出全部预设。</translation>
    </message>
    <message>
        <source>the preset &apos;{}&apos; cannot be simulated</source>
        <translation>预设“{}”无法仿真</translation>
    </message>
    <message>
        <source>It is there for its cost: {}</source>
        <translation>它仅用于代价：{}</translation>
    </message>
    <message>
        <source>This is no object</source>
        <translation>这不是对象</translation>
    </message>
    <message>
        <source>{} is no text</source>
        <translation>{} 不是文本</translation>
    </message>
    <message>
        <source>{} is no list</source>
        <translation>{} 不是列表</translation>
    </message>
    <message>
        <source>{} holds something that is no text</source>
        <translation>{} 含有不是文本的内容</translation>
    </message>
    <message>
        <source>{} is neither true nor false</source>
        <translation>{} 既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>{} is no number</source>
        <translation>{} 不是数字</translation>
    </message>
    <message>
        <source>{} is {}, not within {} to {}</source>
        <translation>{} 为 {}，不在 {} 至 {} 之间</translation>
    </message>
    <message>
        <source>{} is &apos;{}&apos;, which is unknown</source>
        <translation>{} 为“{}”，此值未知</translation>
    </message>
    <message>
        <source>docs/energy-model.md describes the format of presets</source>
        <translation>docs/energy-model.md 描述了预设的格式</translation>
    </message>
    <message>
        <source>{} is missing</source>
        <translation>缺少 {}</translation>
    </message>
    <message>
        <source>It holds objects, one for each macro</source>
        <translation>其中应为对象，每个宏一个</translation>
    </message>
    <message>
        <source>no presets</source>
        <translation>没有预设</translation>
    </message>
    <message>
        <source>They are JSON of the schema {}</source>
        <translation>预设为 {} 模式的 JSON</translation>
    </message>
    <message>
        <source>Fetch or copy the file again; its size and checksum should be those its source states.</source>
        <translation>请重新获取或复制文件；其大小和校验和应与来源所示一致。</translation>
    </message>
    <message>
        <source>The file does not exist</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>Name an existing file.</source>
        <translation>请指定一个存在的文件。</translation>
    </message>
    <message>
        <source>The file cannot be read: {}</source>
        <translation>无法读取文件：{}</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>There is not enough memory to open an archive</source>
        <translation>内存不足，无法打开归档</translation>
    </message>
    <message>
        <source>The archive is damaged or ends early: {}</source>
        <translation>归档已损坏或提前结束：{}</translation>
    </message>
    <message>
        <source>The archive holds more than {} entries</source>
        <translation>归档的条目超过 {} 个</translation>
    </message>
    <message>
        <source>Name a smaller archive.</source>
        <translation>请指定较小的归档。</translation>
    </message>
    <message>
        <source>The file is named {} but is no such archive</source>
        <translation>文件名为 {}，却不是这种归档</translation>
    </message>
    <message>
        <source>The data are damaged or end early, after {} bytes: {}</source>
        <translation>数据已损坏或提前结束，在 {} 字节之后：{}</translation>
    </message>
    <message>
        <source>More than {} bytes come out of this file</source>
        <translation>此文件展开后超过 {} 字节</translation>
    </message>
    <message>
        <source>Name the archive or batch file of the data set itself.</source>
        <translation>请指定数据集本身的归档或批次文件。</translation>
    </message>
    <message>
        <source>The {0} of record {1} (byte {2}) is {3}, not 0..{4}</source>
        <translation>记录 {1}（字节 {2}）的{0}为 {3}，不在 0..{4} 内</translation>
    </message>
    <message>
        <source>A {} file is a row of records of {} bytes that begin with the label; is it the data set&apos;s binary version, and the right one of CIFAR-10 and CIFAR-100?</source>
        <translation>{} 文件由每条 {} 字节、以标签开头的记录组成；这是该数据集的二进制版本吗？CIFAR-10 与 CIFAR-100 没有弄混吗？</translation>
    </message>
    <message>
        <source>Record {} (byte {}) ends after {} bytes</source>
        <translation>记录 {}（字节 {}）在 {} 字节后结束</translation>
    </message>
    <message>
        <source>A {} file is a whole number of records of {} bytes; this one has {} bytes.</source>
        <translation>{} 文件由整数条 {} 字节的记录组成；此文件有 {} 字节。</translation>
    </message>
    <message>
        <source>There are more than {} records</source>
        <translation>记录超过 {} 条</translation>
    </message>
    <message>
        <source>Name a smaller set.</source>
        <translation>请指定较小的图像集。</translation>
    </message>
    <message>
        <source>coarse label</source>
        <translation>粗类标签</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>There is no image in this file</source>
        <translation>此文件中没有图像</translation>
    </message>
    <message>
        <source>It should hold at least one record.</source>
        <translation>它应至少包含一条记录。</translation>
    </message>
    <message>
        <source>The training split should hold {} (the binary version of {}).</source>
        <translation>训练集应包含 {}（{} 的二进制版本）。</translation>
    </message>
    <message>
        <source>The test split should hold {} (the binary version of {}).</source>
        <translation>测试集应包含 {}（{} 的二进制版本）。</translation>
    </message>
    <message>
        <source>The entry is there twice</source>
        <translation>该条目出现两次</translation>
    </message>
    <message>
        <source>The archive has no entry {}</source>
        <translation>归档中没有条目 {}</translation>
    </message>
    <message>
        <source>There is no {} in this folder</source>
        <translation>此文件夹中没有 {}</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>没有这样的文件或文件夹</translation>
    </message>
    <message>
        <source>Name what {}:PATH should read: the folder of the binary version&apos;s files, one of them, or the archive as downloaded.</source>
        <translation>请指定 {}:PATH 要读取的内容：二进制版本文件所在的文件夹、其中一个文件，或下载的归档。</translation>
    </message>
    <message>
        <source>{} (read as black)</source>
        <translation>{}（按黑色读取）</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no value of {}</source>
        <translation>“{}”不是 {} 的值</translation>
    </message>
    <message>
        <source>It should be a number of pixels, 1..{}.</source>
        <translation>应为像素数，1..{}。</translation>
    </message>
    <message>
        <source>The data set has no path</source>
        <translation>数据集没有路径</translation>
    </message>
    <message>
        <source>Write {}.</source>
        <translation>请写 {}。</translation>
    </message>
    <message>
        <source>The crop of {} pixels is larger than the picture resized to {}</source>
        <translation>{} 像素的裁剪大于缩放到 {} 的图片</translation>
    </message>
    <message>
        <source>resize is at least crop.</source>
        <translation>resize 至少为 crop。</translation>
    </message>
    <message>
        <source>None of {} images can be used; the first, {}: {}</source>
        <translation>{} 幅图像均不可用；第一幅 {}：{}</translation>
    </message>
    <message>
        <source>Images are JPEG or PNG files.</source>
        <translation>图像为 JPEG 或 PNG 文件。</translation>
    </message>
    <message>
        <source>An image folder has a folder of JPEG or PNG files for each class, or the files themselves and a labels file: imagenet:PATH,labels=FILE.csv.</source>
        <translation>图像文件夹为每个类别包含一个 JPEG 或 PNG 文件的文件夹，或直接包含图像文件和一个标签文件：imagenet:PATH,labels=FILE.csv。</translation>
    </message>
    <message>
        <source>The folder cannot be read: {}</source>
        <translation>无法读取文件夹：{}</translation>
    </message>
    <message>
        <source>There are more than {} files</source>
        <translation>文件超过 {} 个</translation>
    </message>
    <message>
        <source>{0} of {1} folders are no class of the class list: {2}</source>
        <translation>{1} 个文件夹中有 {0} 个不是类别列表中的类别：{2}</translation>
    </message>
    <message>
        <source>Folders are named after a synset (n01440764), a name or a number of the class list.</source>
        <translation>文件夹以同义词集（n01440764）、类别列表中的名称或编号命名。</translation>
    </message>
    <message>
        <source>The images&apos; classes are not known: no folder of a class, no labels file</source>
        <translation>图像的类别未知：没有类别文件夹，也没有标签文件</translation>
    </message>
    <message>
        <source>There are no JPEG or PNG files in the folder</source>
        <translation>文件夹中没有 JPEG 或 PNG 文件</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no file below the folder</source>
        <translation>“{}”不是该文件夹下的文件</translation>
    </message>
    <message>
        <source>Name files relative to the folder of the images.</source>
        <translation>请以图像文件夹为基准指定文件。</translation>
    </message>
    <message>
        <source>Class {} is not one of 0..{}</source>
        <translation>类别 {} 不在 0..{} 内</translation>
    </message>
    <message>
        <source>Classes count from 0; the class list has a line for each.</source>
        <translation>类别从 0 计数；类别列表中每类一行。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no class of the class list</source>
        <translation>“{}”不是类别列表中的类别</translation>
    </message>
    <message>
        <source>Name the class list by classes=FILE.</source>
        <translation>请用 classes=FILE 指定类别列表。</translation>
    </message>
    <message>
        <source>Class {} is {}, not {}</source>
        <translation>类别 {} 是 {}，不是 {}</translation>
    </message>
    <message>
        <source>The labels file and the class list belong to different lists of classes.</source>
        <translation>标签文件与类别列表属于不同的类别清单。</translation>
    </message>
    <message>
        <source>This is no folder</source>
        <translation>这不是文件夹</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>没有这样的文件夹</translation>
    </message>
    <message>
        <source>It should be a whole number, {}..{}.</source>
        <translation>应为整数，{}..{}。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no option of the demo images</source>
        <translation>“{}”不是演示图像的选项</translation>
    </message>
    <message>
        <source>Options are split=test or split=train, count=N and seed=N, with commas between.</source>
        <translation>选项为 split=test 或 split=train、count=N 和 seed=N，以逗号分隔。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no kind of data set</source>
        <translation>“{}”不是数据集的种类</translation>
    </message>
    <message>
        <source>Kinds are demo, demo-train, cifar10:PATH, cifar100:PATH and imagenet:PATH.</source>
        <translation>种类有 demo、demo-train、cifar10:PATH、cifar100:PATH 和 imagenet:PATH。</translation>
    </message>
    <message>
        <source>The option {} is for image folders</source>
        <translation>选项 {} 用于图像文件夹</translation>
    </message>
    <message>
        <source>Leave it out, or name a data set {}.</source>
        <translation>请去掉它，或指定数据集 {}。</translation>
    </message>
    <message>
        <source>The option {} is given twice</source>
        <translation>选项 {} 给出了两次</translation>
    </message>
    <message>
        <source>Give it once.</source>
        <translation>请只给一次。</translation>
    </message>
    <message>
        <source>A labels file is a CSV whose header names the column of the files (file, filename, image, image_id or path) and of the classes (class, label, class_id, class_index, target; or synset, wnid).</source>
        <translation>标签文件为 CSV，其表头给出文件列（file、filename、image、image_id 或 path）和类别列（class、label、class_id、class_index、target；或 synset、wnid）。</translation>
    </message>
    <message>
        <source>There are more than {} columns</source>
        <translation>列数超过 {}</translation>
    </message>
    <message>
        <source>A quotation mark is not closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>No column names the classes; the header is: {}</source>
        <translation>没有列给出类别；表头为：{}</translation>
    </message>
    <message>
        <source>No column names the files; the header is: {}</source>
        <translation>没有列给出文件；表头为：{}</translation>
    </message>
    <message>
        <source>A class has no name</source>
        <translation>有类别没有名称</translation>
    </message>
    <message>
        <source>Line i of a class list names class i, from 0.</source>
        <translation>类别列表的第 i 行给出类别 i，从 0 起。</translation>
    </message>
    <message>
        <source>There are more than {} classes</source>
        <translation>类别超过 {} 个</translation>
    </message>
    <message>
        <source>The class list is empty</source>
        <translation>类别列表为空</translation>
    </message>
    <message>
        <source>The labels file is empty</source>
        <translation>标签文件为空</translation>
    </message>
    <message>
        <source>A row of {} fields, the header has {}</source>
        <translation>某行有 {} 个字段，表头有 {} 个</translation>
    </message>
    <message>
        <source>Put fields that have a comma in quotation marks.</source>
        <translation>含逗号的字段请加引号。</translation>
    </message>
    <message>
        <source>A row names no file</source>
        <translation>有一行未给出文件</translation>
    </message>
    <message>
        <source>A row names no class</source>
        <translation>有一行未给出类别</translation>
    </message>
    <message>
        <source>The labels file has a header and no rows</source>
        <translation>标签文件只有表头而没有数据行</translation>
    </message>
    <message>
        <source>has {} x {} pixels</source>
        <translation>有 {} x {} 像素</translation>
    </message>
    <message>
        <source>claims {} x {} pixels, more than {} million</source>
        <translation>声称有 {} x {} 像素，超过 {} 百万</translation>
    </message>
    <message>
        <source>is damaged: a JPEG segment does not begin where it should</source>
        <translation>已损坏：JPEG 段没有从应有的位置开始</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>is damaged: its JPEG frame header is too short</source>
        <translation>已损坏：JPEG 帧头过短</translation>
    </message>
    <message>
        <source>is damaged: a JPEG scan without a frame</source>
        <translation>已损坏：JPEG 扫描没有帧</translation>
    </message>
    <message>
        <source>is damaged: the PNG checksum at byte {} is wrong</source>
        <translation>已损坏：字节 {} 处的 PNG 校验和错误</translation>
    </message>
    <message>
        <source>is damaged: a PNG begins with its header</source>
        <translation>已损坏：PNG 应以其头部开始</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is no JPEG or PNG picture</source>
        <translation>不是 JPEG 或 PNG 图片</translation>
    </message>
    <message>
        <source>The picture cannot be decoded ({})</source>
        <translation>无法解码图片（{}）</translation>
    </message>
    <message>
        <source>The picture cannot be decoded</source>
        <translation>无法解码图片</translation>
    </message>
    <message>
        <source>Copy it again from where it came.</source>
        <translation>请从来源重新复制。</translation>
    </message>
    <message>
        <source>A subset is first:N, random:N[:SEED] or balanced:N[:SEED]; N may be all.</source>
        <translation>子集为 first:N、random:N[:SEED] 或 balanced:N[:SEED]；N 可以是 all。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no number of a subset</source>
        <translation>“{}”不是子集的数字</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no way to choose images</source>
        <translation>“{}”不是选择图像的方式</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is left over</source>
        <translation>“{}”是多余的</translation>
    </message>
    <message>
        <source>{} images are asked for, there are {}</source>
        <translation>要求 {} 幅图像，只有 {} 幅</translation>
    </message>
    <message>
        <source>Ask for fewer.</source>
        <translation>请减少数量。</translation>
    </message>
    <message>
        <source>mode {} has no ADC whose range to calibrate</source>
        <translation>{} 模式没有可校准量程的 ADC</translation>
    </message>
    <message>
        <source>Choose the mode simulated.</source>
        <translation>请选择 simulated 模式。</translation>
    </message>
    <message>
        <source>there is no criterion &apos;{}&apos; for the ADC&apos;s range</source>
        <translation>ADC 量程没有准则“{}”</translation>
    </message>
    <message>
        <source>there is no scope &apos;{}&apos; for the ADC&apos;s range</source>
        <translation>ADC 量程没有范围“{}”</translation>
    </message>
    <message>
        <source>Scopes are layer and global.</source>
        <translation>范围有 layer 和 global。</translation>
    </message>
    <message>
        <source>no layer is on the array, so there is no ADC whose range to calibrate</source>
        <translation>阵列上没有层，因此没有可校准量程的 ADC</translation>
    </message>
    <message>
        <source>Set digital=false for the layers that belong on the array.</source>
        <translation>请将应放在阵列上的层设为 digital=false。</translation>
    </message>
    <message>
        <source>calibrating the ADC&apos;s range contradicts the axis {}</source>
        <translation>校准 ADC 量程与轴 {} 矛盾</translation>
    </message>
    <message>
        <source>Give one of them</source>
        <translation>请只给其中之一</translation>
    </message>
    <message>
        <source>Calibrate again</source>
        <translation>请重新校准</translation>
    </message>
    <message>
        <source>A value is missing</source>
        <translation>缺少一个值</translation>
    </message>
    <message>
        <source>A number is expected</source>
        <translation>应为数字</translation>
    </message>
    <message>
        <source>A number of at least 0 is expected</source>
        <translation>应为至少 0 的数字</translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>A text is expected</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>This is no calibration</source>
        <translation>这不是校准数据</translation>
    </message>
    <message>
        <source>The calibration is of another version</source>
        <translation>校准数据的版本不同</translation>
    </message>
    <message>
        <source>A count is expected</source>
        <translation>应为计数</translation>
    </message>
    <message>
        <source>50 to 100 is expected</source>
        <translation>应为 50 至 100</translation>
    </message>
    <message>
        <source>A list of layers is expected</source>
        <translation>应为层的列表</translation>
    </message>
    <message>
        <source>The calibration is no JSON ({})</source>
        <translation>校准数据不是 JSON（{}）</translation>
    </message>
    <message>
        <source>The normalisation is incomplete</source>
        <translation>归一化参数不完整</translation>
    </message>
    <message>
        <source>Give three numbers each (red, green, blue), or neither</source>
        <translation>请各给三个数（红、绿、蓝），或都不给</translation>
    </message>
    <message>
        <source>The network tells {} classes apart, the images have {}</source>
        <translation>网络区分 {} 个类别，图像有 {} 个</translation>
    </message>
    <message>
        <source>Choose the images the network was trained for; the classes of an image folder are those of its class list, classes=FILE</source>
        <translation>请选择网络训练时所用的图像；图像文件夹的类别由其类别列表 classes=FILE 决定</translation>
    </message>
    <message>
        <source>{} images, {} for calibration</source>
        <translation>{} 幅图像，{} 幅用于校准</translation>
    </message>
    <message>
        <source>At least one image is needed for calibration; 0 images are all of them</source>
        <translation>校准至少需要一幅图像；0 幅表示全部</translation>
    </message>
    <message>
        <source>There are no images</source>
        <translation>没有图像</translation>
    </message>
    <message>
        <source>mode {} has no array to explain</source>
        <translation>{} 模式没有可解释的阵列</translation>
    </message>
    <message>
        <source>no layer of the array is called &apos;{}&apos;</source>
        <translation>阵列上没有名为“{}”的层</translation>
    </message>
    <message>
        <source>Digital layers have no errors of the array; &apos;*&apos; is all the others.</source>
        <translation>数字层没有阵列误差；&apos;*&apos; 表示其余所有层。</translation>
    </message>
    <message>
        <source>No layer of the network is named &quot;{}&quot;</source>
        <translation>网络中没有名为“{}”的层</translation>
    </message>
    <message>
        <source>The nearest names are {}; &apos;*&apos; stands for any text</source>
        <translation>最接近的名称是 {}；&apos;*&apos; 代表任意文本</translation>
    </message>
    <message>
        <source>{0} is set twice for the layers &apos;{1}&apos;</source>
        <translation>层“{1}”的{0}设置了两次</translation>
    </message>
    <message>
        <source>&apos;{}&apos; sets nothing for the layers &apos;{}&apos;</source>
        <translation>“{}”没有为层“{}”设置任何内容</translation>
    </message>
    <message>
        <source>Write key=value, such as {}.</source>
        <translation>请写 key=value，例如 {}。</translation>
    </message>
    <message>
        <source>{} is not allowed</source>
        <translation>{} 不允许</translation>
    </message>
    <message>
        <source>Allowed: {}.</source>
        <translation>允许：{}。</translation>
    </message>
    <message>
        <source>{} cannot differ between layers</source>
        <translation>{}不能逐层不同</translation>
    </message>
    <message>
        <source>Set it for the whole network.</source>
        <translation>请对整个网络设置。</translation>
    </message>
    <message>
        <source>A layer override has no pattern</source>
        <translation>层设置没有匹配模式</translation>
    </message>
    <message>
        <source>Name layers, such as {}.</source>
        <translation>请给出层，例如 {}。</translation>
    </message>
    <message>
        <source>Nothing is set for the layers &apos;{}&apos;</source>
        <translation>没有为层“{}”设置任何内容</translation>
    </message>
    <message>
        <source>Write for example {}.</source>
        <translation>例如写 {}。</translation>
    </message>
    <message>
        <source>No noise is that large or small</source>
        <translation>噪声不可能这么大或这么小</translation>
    </message>
    <message>
        <source>A chance is 0 or more, and less than 1</source>
        <translation>概率为 0 或更大，且小于 1</translation>
    </message>
    <message>
        <source>A noise is 0 or more</source>
        <translation>噪声为 0 或更大</translation>
    </message>
    <message>
        <source>There is no setting &apos;{}&apos;</source>
        <translation>没有设置“{}”</translation>
    </message>
    <message>
        <source>Did you mean &apos;{}&apos;?</source>
        <translation>是否指“{}”？</translation>
    </message>
    <message>
        <source>There is no mode &apos;{}&apos;</source>
        <translation>没有模式“{}”</translation>
    </message>
    <message>
        <source>Modes are float, quantised and simulated.</source>
        <translation>模式有 float、quantised 和 simulated。</translation>
    </message>
    <message>
        <source>Layer {}: {}</source>
        <translation>层 {}：{}</translation>
    </message>
    <message>
        <source>&apos;{}&apos; sets nothing</source>
        <translation>“{}”没有设置任何内容</translation>
    </message>
    <message>
        <source>{} is no JSON object: {}</source>
        <translation>{}不是 JSON 对象：{}</translation>
    </message>
    <message>
        <source>It reads {}.</source>
        <translation>其形式为 {}。</translation>
    </message>
    <message>
        <source>The parameter &apos;{}&apos; stands beside &quot;parameters&quot;, not in it</source>
        <translation>参数“{}”在 &quot;parameters&quot; 旁边，而不在其中</translation>
    </message>
    <message>
        <source>{} with the unknown key &apos;{}&apos;</source>
        <translation>{}含有未知的键“{}”</translation>
    </message>
    <message>
        <source>A layer override</source>
        <translation>层设置</translation>
    </message>
    <message>
        <source>a text such as {}</source>
        <translation>文本，例如 {}</translation>
    </message>
    <message>
        <source>&quot;parameters&quot; of a layer override</source>
        <translation>层设置的 &quot;parameters&quot;</translation>
    </message>
    <message>
        <source>The format is {}</source>
        <translation>格式为 {}</translation>
    </message>
    <message>
        <source>Settings have the format &quot;{}&quot;.</source>
        <translation>设置的格式为 &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>Version {} of settings is unknown to this program</source>
        <translation>此程序不认识设置的版本 {}</translation>
    </message>
    <message>
        <source>It reads version {}. A newer release of ACiM Explorer may read the file.</source>
        <translation>它读取版本 {}。较新的 ACiM Explorer 也许能读取此文件。</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply</source>
        <translation>JSON 嵌套过深</translation>
    </message>
    <message>
        <source>The key &apos;{}&apos; stands twice in one object</source>
        <translation>键“{}”在同一对象中出现两次</translation>
    </message>
    <message>
        <source>Malformed JSON</source>
        <translation>JSON 格式错误</translation>
    </message>
    <message>
        <source>Look for a missing comma, quote or bracket there.</source>
        <translation>请在该处查找缺失的逗号、引号或括号。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>对象列表</translation>
    </message>
    <message>
        <source>no architecture &quot;{}&quot;</source>
        <translation>没有架构“{}”</translation>
    </message>
    <message>
        <source>Known are: {}.</source>
        <translation>已知的有：{}。</translation>
    </message>
    <message>
        <source>{} classes</source>
        <translation>{} 个类别</translation>
    </message>
    <message>
        <source>At least 1 is needed.</source>
        <translation>至少需要 1 个。</translation>
    </message>
    <message>
        <source>the transformer takes images of {0}x{0}, not {1}x{2}</source>
        <translation>该 Transformer 接受 {0}x{0} 的图像，而不是 {1}x{2}</translation>
    </message>
    <message>
        <source>Crop the images to that size, for example --crop {}.</source>
        <translation>请将图像裁剪到该尺寸，例如 --crop {}。</translation>
    </message>
    <message>
        <source>an offset beyond the end of the file</source>
        <translation>偏移超出文件末尾</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>文件提前结束</translation>
    </message>
    <message>
        <source>The file is damaged; copy it again.</source>
        <translation>文件已损坏；请重新复制。</translation>
    </message>
    <message>
        <source>Calibrate on images, or set {} to {} or {}.</source>
        <translation>请用图像校准，或将{}设为 {} 或 {}。</translation>
    </message>
    <message>
        <source>an activation that is no finite number</source>
        <translation>有激活值不是有限数</translation>
    </message>
    <message>
        <source>Check the normalisation and the weights.</source>
        <translation>请检查归一化参数和权重。</translation>
    </message>
    <message>
        <source>a calibration of {} layers for a network of {}</source>
        <translation>{} 层的校准数据用于 {} 层的网络</translation>
    </message>
    <message>
        <source>Calibrate this network again.</source>
        <translation>请重新校准此网络。</translation>
    </message>
    <message>
        <source>these settings need a calibration of the network</source>
        <translation>这些设置需要对网络进行校准</translation>
    </message>
    <message>
        <source>{} with a calibration at percentile {}</source>
        <translation>{} 与百分位 {} 的校准不符</translation>
    </message>
    <message>
        <source>Calibrate again at this percentile.</source>
        <translation>请按此百分位重新校准。</translation>
    </message>
    <message>
        <source>the network made {} layer calls instead of {}</source>
        <translation>网络调用了 {} 次层，而不是 {} 次</translation>
    </message>
    <message>
        <source>A network whose layers depend on the image cannot be simulated.</source>
        <translation>层随图像变化的网络无法仿真。</translation>
    </message>
    <message>
        <source>layer call {} differs from that of the first image of this size</source>
        <translation>第 {} 次层调用与同尺寸第一幅图像的不同</translation>
    </message>
    <message>
        <source>A network whose layers depend on the image cannot be simulated; trace it for one fixed path.</source>
        <translation>层随图像变化的网络无法仿真；请针对固定路径用 trace 导出。</translation>
    </message>
    <message>
        <source>the network does not run on images of {} x {} x {} ({})</source>
        <translation>网络无法在 {} x {} x {} 的图像上运行（{}）</translation>
    </message>
    <message>
        <source>Choose images of the size the network was made for.</source>
        <translation>请选择网络所要求尺寸的图像。</translation>
    </message>
    <message>
        <source>the network&apos;s output for {} images of {} x {} x {} is not [{}, classes]</source>
        <translation>网络对 {} 幅 {} x {} x {} 图像的输出不是 [{}, 类别数]</translation>
    </message>
    <message>
        <source>A network that gives one row of logits per image is needed.</source>
        <translation>需要每幅图像输出一行 logits 的网络。</translation>
    </message>
    <message>
        <source>the network&apos;s logits are not finite numbers</source>
        <translation>网络的 logits 不是有限数</translation>
    </message>
    <message>
        <source>images of {} x {} x {}</source>
        <translation>{} x {} x {} 的图像</translation>
    </message>
    <message>
        <source>Sizes lie between 1 and {}.</source>
        <translation>尺寸在 1 到 {} 之间。</translation>
    </message>
    <message>
        <source>no images to calibrate on</source>
        <translation>没有用于校准的图像</translation>
    </message>
    <message>
        <source>mode float has no layers on the array to observe</source>
        <translation>float 模式没有可观察的阵列层</translation>
    </message>
    <message>
        <source>the number of logits changes from image to image</source>
        <translation>logits 的数量随图像变化</translation>
    </message>
    <message>
        <source>the file has weights but does not say of which architecture</source>
        <translation>文件含有权重，但没有说明属于哪种架构</translation>
    </message>
    <message>
        <source>It fits none of the built-in ones, which `acim list architectures` shows; TorchScript needs none.</source>
        <translation>它不符合任何内置架构（见 `acim list architectures`）；TorchScript 不需要架构。</translation>
    </message>
    <message>
        <source>It fits {}.</source>
        <translation>它符合 {}。</translation>
    </message>
    <message>
        <source>this build has no demo network</source>
        <translation>此版本不含演示网络</translation>
    </message>
    <message>
        <source>Build with resources/networks/demo.safetensors, or name a file.</source>
        <translation>请用 resources/networks/demo.safetensors 构建，或指定一个文件。</translation>
    </message>
    <message>
        <source>the normalisation of the network&apos;s input is not known</source>
        <translation>网络输入的归一化参数未知</translation>
    </message>
    <message>
        <source>Give --mean and --std, or write them to {}.json.</source>
        <translation>请给出 --mean 和 --std，或写入 {}.json。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no list of three numbers</source>
        <translation>“{}”不是三个数的列表</translation>
    </message>
    <message>
        <source>One per colour.</source>
        <translation>每种颜色一个。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has something that is no number</source>
        <translation>“{}”中有不是数字的内容</translation>
    </message>
    <message>
        <source>a normalisation that is not finite, or with a standard deviation of zero or less</source>
        <translation>归一化参数不是有限数，或标准差不大于零</translation>
    </message>
    <message>
        <source>Give three means and three positive standard deviations of x / 255.</source>
        <translation>请给出 x / 255 的三个均值和三个正的标准差。</translation>
    </message>
    <message>
        <source>no description of a network</source>
        <translation>不是网络描述</translation>
    </message>
    <message>
        <source>{} is needed.</source>
        <translation>需要 {}。</translation>
    </message>
    <message>
        <source>a description of another version than 1</source>
        <translation>描述的版本不是 1</translation>
    </message>
    <message>
        <source>Use a newer version of this program.</source>
        <translation>请使用较新版本的程序。</translation>
    </message>
    <message>
        <source>&quot;mean&quot; without &quot;std&quot;, or the other way round</source>
        <translation>有 &quot;mean&quot; 而没有 &quot;std&quot;，或相反</translation>
    </message>
    <message>
        <source>sizes below 1 in &quot;input&quot; or &quot;resize&quot;</source>
        <translation>&quot;input&quot; 或 &quot;resize&quot; 中的尺寸小于 1</translation>
    </message>
    <message>
        <source>a description that cannot be read ({})</source>
        <translation>无法读取的描述（{}）</translation>
    </message>
    <message>
        <source>See the file formats in the documentation.</source>
        <translation>请参阅文档中的文件格式。</translation>
    </message>
    <message>
        <source>a pickle that does not end in one value</source>
        <translation>pickle 没有以单个值结束</translation>
    </message>
    <message>
        <source>a pickle of another protocol than 2</source>
        <translation>pickle 的协议不是 2</translation>
    </message>
    <message>
        <source>pickle operation {}, which files of weights do not use</source>
        <translation>权重文件不使用的 pickle 操作 {}</translation>
    </message>
    <message>
        <source>a key without a value</source>
        <translation>有键而没有值</translation>
    </message>
    <message>
        <source>a text of more than a megabyte</source>
        <translation>文本超过一兆字节</translation>
    </message>
    <message>
        <source>a name that is too long</source>
        <translation>名称过长</translation>
    </message>
    <message>
        <source>the pickle asks for &quot;{}&quot;, which is not run here</source>
        <translation>pickle 要求“{}”，此处不予执行</translation>
    </message>
    <message>
        <source>a dictionary of more than one argument</source>
        <translation>字典的参数多于一个</translation>
    </message>
    <message>
        <source>a dictionary that is not made of pairs</source>
        <translation>字典不是由键值对组成</translation>
    </message>
    <message>
        <source>a state without an object</source>
        <translation>状态没有对象</translation>
    </message>
    <message>
        <source>a state of something without one</source>
        <translation>对象没有状态却给出了状态</translation>
    </message>
    <message>
        <source>a pickle of too many values</source>
        <translation>pickle 的值过多</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>缺少一个值</translation>
    </message>
    <message>
        <source>a value of the wrong kind</source>
        <translation>值的种类不对</translation>
    </message>
    <message>
        <source>a mark is missing</source>
        <translation>缺少标记</translation>
    </message>
    <message>
        <source>nothing to remember</source>
        <translation>没有可记录的内容</translation>
    </message>
    <message>
        <source>a value that was never remembered</source>
        <translation>引用了从未记录的值</translation>
    </message>
    <message>
        <source>An index of sharded safetensors is JSON with {}; the files stand beside it.</source>
        <translation>分片 safetensors 的索引是包含 {} 的 JSON；各文件与其放在一起。</translation>
    </message>
    <message>
        <source>the index is nested too deeply</source>
        <translation>索引嵌套过深</translation>
    </message>
    <message>
        <source>the index is malformed JSON at byte {}</source>
        <translation>索引在字节 {} 处不是有效的 JSON</translation>
    </message>
    <message>
        <source>the index has {} bytes</source>
        <translation>索引有 {} 字节</translation>
    </message>
    <message>
        <source>the index has no {}</source>
        <translation>索引中没有 {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is in something that is no file beside the index</source>
        <translation>“{}”所在的不是索引旁边的文件</translation>
    </message>
    <message>
        <source>the index names no tensors</source>
        <translation>索引没有列出张量</translation>
    </message>
    <message>
        <source>the index names {} files</source>
        <translation>索引列出了 {} 个文件</translation>
    </message>
    <message>
        <source>a shard cannot be read: {}</source>
        <translation>无法读取分片：{}</translation>
    </message>
    <message>
        <source>the shards together are larger than 8 GiB</source>
        <translation>各分片合计超过 8 GiB</translation>
    </message>
    <message>
        <source>the index does not give tensor &quot;{}&quot; to this shard</source>
        <translation>索引没有将张量“{}”归入此分片</translation>
    </message>
    <message>
        <source>tensor &quot;{}&quot; is missing</source>
        <translation>缺少张量“{}”</translation>
    </message>
    <message>
        <source>The first dimension of every layer&apos;s input must be the image; {} other than {} runs one image at a time and has no such limit.</source>
        <translation>每层输入的第一维必须是图像；若{}不是 {}，则逐幅计算而无此限制。</translation>
    </message>
    <message>
        <source>a convolution over {} dimensions</source>
        <translation>{} 维卷积</translation>
    </message>
    <message>
        <source>Convolutions over one or two dimensions can be simulated.</source>
        <translation>可以仿真一维或二维卷积。</translation>
    </message>
    <message>
        <source>a convolution whose weight does not fit its input&apos;s channels</source>
        <translation>卷积的权重与输入通道不符</translation>
    </message>
    <message>
        <source>a convolution of {} rows for {} images</source>
        <translation>{} 行的卷积用于 {} 幅图像</translation>
    </message>
    <message>
        <source>a linear layer whose weight does not fit its input</source>
        <translation>线性层的权重与输入不符</translation>
    </message>
    <message>
        <source>a linear layer of {} rows for {} images</source>
        <translation>{} 行的线性层用于 {} 幅图像</translation>
    </message>
    <message>
        <source>a linear layer without a matrix of weights</source>
        <translation>线性层没有权重矩阵</translation>
    </message>
    <message>
        <source>a matrix product whose operands do not fit</source>
        <translation>矩阵乘积的操作数不相符</translation>
    </message>
    <message>
        <source>a product of activations of {} rows for {} images</source>
        <translation>{} 行的激活乘积用于 {} 幅图像</translation>
    </message>
    <message>
        <source>{} missing: {}</source>
        <translation>缺少 {} 个：{}</translation>
    </message>
    <message>
        <source>{} unexpected: {}</source>
        <translation>多出 {} 个：{}</translation>
    </message>
    <message>
        <source>{} of another shape: {}</source>
        <translation>{} 个形状不同：{}</translation>
    </message>
    <message>
        <source>tensor &quot;{}&quot; has values that are no finite numbers</source>
        <translation>张量“{}”的值不是有限数</translation>
    </message>
    <message>
        <source>Train or export the network again.</source>
        <translation>请重新训练或导出网络。</translation>
    </message>
    <message>
        <source>Choose the architecture the file was trained as.</source>
        <translation>请选择训练该文件时的架构。</translation>
    </message>
    <message>
        <source>The file fits {}.</source>
        <translation>文件符合 {}。</translation>
    </message>
    <message>
        <source>the weights do not fit architecture {} ({})</source>
        <translation>权重与架构 {} 不符（{}）</translation>
    </message>
    <message>
        <source>the shapes ask for a network {} that is too large for the memory</source>
        <translation>这些形状要求的网络 {} 超出内存</translation>
    </message>
    <message>
        <source>The file is damaged; copy or save it again.</source>
        <translation>文件已损坏；请重新复制或保存。</translation>
    </message>
    <message>
        <source>sizes, strides or offsets that are no whole numbers from 0</source>
        <translation>尺寸、步长或偏移不是从 0 起的整数</translation>
    </message>
    <message>
        <source>sizes that are no short tuple</source>
        <translation>尺寸不是短元组</translation>
    </message>
    <message>
        <source>a tensor without storage</source>
        <translation>张量没有存储</translation>
    </message>
    <message>
        <source>a reference to something that is no storage</source>
        <translation>引用的不是存储</translation>
    </message>
    <message>
        <source>a storage of an unknown type</source>
        <translation>存储的类型未知</translation>
    </message>
    <message>
        <source>a wrong part of a storage</source>
        <translation>存储的部分有误</translation>
    </message>
    <message>
        <source>a part outside its storage</source>
        <translation>部分超出其存储</translation>
    </message>
    <message>
        <source>a tensor of more elements than its storage</source>
        <translation>张量的元素多于其存储</translation>
    </message>
    <message>
        <source>a tensor outside its storage</source>
        <translation>张量超出其存储</translation>
    </message>
    <message>
        <source>a parameter without a tensor</source>
        <translation>参数没有张量</translation>
    </message>
    <message>
        <source>a tensor of too few arguments</source>
        <translation>张量的参数过少</translation>
    </message>
    <message>
        <source>a tensor with other numbers of sizes and strides</source>
        <translation>张量的尺寸与步长数目不同</translation>
    </message>
    <message>
        <source>a call that makes no tensor; it was not run</source>
        <translation>该调用不产生张量；未予执行</translation>
    </message>
    <message>
        <source>a storage said to have {} elements has {} bytes</source>
        <translation>声称有 {} 个元素的存储有 {} 字节</translation>
    </message>
    <message>
        <source>the network uses {}, which may not run here</source>
        <translation>网络使用 {}，此处不允许运行</translation>
    </message>
    <message>
        <source>a network of more than a million operations</source>
        <translation>网络的操作超过一百万个</translation>
    </message>
    <message>
        <source>LibTorch cannot load the network: {}</source>
        <translation>LibTorch 无法加载网络：{}</translation>
    </message>
    <message>
        <source>Export it with torch.jit.trace and PyTorch 1.13 or older.</source>
        <translation>请用 torch.jit.trace 和 PyTorch 1.13 或更早版本导出。</translation>
    </message>
    <message>
        <source>a TorchScript module without forward</source>
        <translation>TorchScript 模块没有 forward</translation>
    </message>
    <message>
        <source>Export a network.</source>
        <translation>请导出网络。</translation>
    </message>
    <message>
        <source>a network of {} inputs</source>
        <translation>有 {} 个输入的网络</translation>
    </message>
    <message>
        <source>A network that takes images alone is needed.</source>
        <translation>需要只接受图像的网络。</translation>
    </message>
    <message>
        <source>the network&apos;s output is no tensor</source>
        <translation>网络的输出不是张量</translation>
    </message>
    <message>
        <source>The file is damaged or of another kind.</source>
        <translation>文件已损坏或属于其他种类。</translation>
    </message>
    <message>
        <source>Export a network of plain modules with torch.jit.trace.</source>
        <translation>请用 torch.jit.trace 导出由普通模块组成的网络。</translation>
    </message>
    <message>
        <source>no storage &quot;{}&quot;</source>
        <translation>没有存储“{}”</translation>
    </message>
    <message>
        <source>storage &quot;{}&quot; has another size than its tensors say</source>
        <translation>存储“{}”的大小与其张量所述不同</translation>
    </message>
    <message>
        <source>code with {}, which would run while the file is loaded</source>
        <translation>代码含有 {}，加载文件时会运行</translation>
    </message>
    <message>
        <source>code that is nested too deep or has endless lines</source>
        <translation>代码嵌套过深或行过长</translation>
    </message>
    <message>
        <source>a wrong checksum</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>a pickle of more than 64 MB</source>
        <translation>pickle 超过 64 MB</translation>
    </message>
    <message>
        <source>no {} in the archive</source>
        <translation>归档中没有 {}</translation>
    </message>
    <message>
        <source>no code in the archive</source>
        <translation>归档中没有代码</translation>
    </message>
    <message>
        <source>Fused attention hides its products from the array. Export it unfused: trace with gradients enabled, {} outside torch.no_grad().</source>
        <translation>融合的注意力会对阵列隐藏其乘积。请以非融合方式导出：启用梯度进行 trace，在 torch.no_grad() 之外执行 {}。</translation>
    </message>
    <message>
        <source>Loops are unrolled by tracing: export with torch.jit.trace.</source>
        <translation>trace 会展开循环：请用 torch.jit.trace 导出。</translation>
    </message>
    <message>
        <source>Export the network in float32; quantisation is simulated here.</source>
        <translation>请以 float32 导出网络；量化在此处仿真。</translation>
    </message>
    <message>
        <source>Export the network for inference with torch.jit.trace.</source>
        <translation>请用 torch.jit.trace 导出用于推理的网络。</translation>
    </message>
    <message>
        <source>Expected are TorchScript (.pt), a PyTorch state dict (.pth, .th), safetensors or the index of its shards; if it is one of them, copy the file again.</source>
        <translation>应为 TorchScript（.pt）、PyTorch 状态字典（.pth、.th）、safetensors 或其分片索引；若是其中之一，请重新复制文件。</translation>
    </message>
    <message>
        <source>A weights file holds tensors only: save it with torch.save(network.state_dict(), path), or as safetensors.</source>
        <translation>权重文件只包含张量：请用 torch.save(network.state_dict(), path) 或以 safetensors 保存。</translation>
    </message>
    <message>
        <source>Save the file on an x86 or Arm machine.</source>
        <translation>请在 x86 或 Arm 机器上保存文件。</translation>
    </message>
    <message>
        <source>the zip archive is none of PyTorch&apos;s (it has no data.pkl)</source>
        <translation>该 zip 归档不是 PyTorch 的（没有 data.pkl）</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>the file is no network</source>
        <translation>文件不是网络</translation>
    </message>
    <message>
        <source>the file holds no dictionary of tensors</source>
        <translation>文件不含张量字典</translation>
    </message>
    <message>
        <source>the tensor has no data in the file</source>
        <translation>张量在文件中没有数据</translation>
    </message>
    <message>
        <source>a tensor has no name</source>
        <translation>有张量没有名称</translation>
    </message>
    <message>
        <source>the tensor stands twice</source>
        <translation>张量出现两次</translation>
    </message>
    <message>
        <source>the file holds no tensors</source>
        <translation>文件不含张量</translation>
    </message>
    <message>
        <source>the tensors are not little-endian</source>
        <translation>张量不是小端序</translation>
    </message>
    <message>
        <source>the zip archive has no data.pkl</source>
        <translation>该 zip 归档没有 data.pkl</translation>
    </message>
    <message>
        <source>the magic number is wrong</source>
        <translation>幻数错误</translation>
    </message>
    <message>
        <source>the file&apos;s protocol is unknown</source>
        <translation>文件的协议未知</translation>
    </message>
    <message>
        <source>a storage has two types</source>
        <translation>有存储具有两种类型</translation>
    </message>
    <message>
        <source>the list of storages is missing</source>
        <translation>缺少存储列表</translation>
    </message>
    <message>
        <source>a storage belongs to no tensor</source>
        <translation>有存储不属于任何张量</translation>
    </message>
    <message>
        <source>the file ends before its tensors do</source>
        <translation>文件在其张量之前结束</translation>
    </message>
    <message>
        <source>a storage stands twice</source>
        <translation>有存储出现两次</translation>
    </message>
    <message>
        <source>a TorchScript network is no state dict</source>
        <translation>TorchScript 网络不是状态字典</translation>
    </message>
    <message>
        <source>Load it as a network.</source>
        <translation>请作为网络加载。</translation>
    </message>
    <message>
        <source>no zip archive: too short</source>
        <translation>不是 zip 归档：过短</translation>
    </message>
    <message>
        <source>no end of a zip archive</source>
        <translation>没有 zip 归档的结尾</translation>
    </message>
    <message>
        <source>no locator of the 64-bit directory</source>
        <translation>没有 64 位目录的定位记录</translation>
    </message>
    <message>
        <source>no 64-bit directory</source>
        <translation>没有 64 位目录</translation>
    </message>
    <message>
        <source>{} entries in a zip archive</source>
        <translation>zip 归档中有 {} 个条目</translation>
    </message>
    <message>
        <source>a directory outside the file</source>
        <translation>目录在文件之外</translation>
    </message>
    <message>
        <source>an extension longer than its field</source>
        <translation>扩展比其字段更长</translation>
    </message>
    <message>
        <source>a wrong entry of the zip directory</source>
        <translation>zip 目录的条目有误</translation>
    </message>
    <message>
        <source>an encrypted entry</source>
        <translation>条目已加密</translation>
    </message>
    <message>
        <source>compression method {}</source>
        <translation>压缩方法 {}</translation>
    </message>
    <message>
        <source>a stored entry with two sizes</source>
        <translation>未压缩的条目有两个大小</translation>
    </message>
    <message>
        <source>a wrong header of a zip entry</source>
        <translation>zip 条目的头部有误</translation>
    </message>
    <message>
        <source>an entry with two names</source>
        <translation>条目有两个名称</translation>
    </message>
    <message>
        <source>two entries &quot;{}&quot;</source>
        <translation>有两个条目“{}”</translation>
    </message>
    <message>
        <source>a deflated entry of more than 64 MB</source>
        <translation>压缩的条目超过 64 MB</translation>
    </message>
    <message>
        <source>deflated entries of more than 64 MB</source>
        <translation>压缩的各条目超过 64 MB</translation>
    </message>
    <message>
        <source>entries that lie over each other</source>
        <translation>条目相互重叠</translation>
    </message>
    <message>
        <source>an empty zip archive</source>
        <translation>zip 归档为空</translation>
    </message>
    <message>
        <source>the zip archive is none of PyTorch&apos;s: its entries lie in more than one folder</source>
        <translation>该 zip 归档不是 PyTorch 的：其条目位于多个文件夹</translation>
    </message>
    <message>
        <source>a deflated entry where a stored one belongs</source>
        <translation>应为未压缩的条目却是压缩的</translation>
    </message>
    <message>
        <source>PyTorch&apos;s torch.save writes what is expected.</source>
        <translation>PyTorch 的 torch.save 会写出所需格式。</translation>
    </message>
    <message>
        <source>The study has too many images to be shown</source>
        <translation>研究的图像过多，无法显示</translation>
    </message>
    <message>
        <source>Continue it with acim sweep --resume</source>
        <translation>请用 acim sweep --resume 继续</translation>
    </message>
    <message>
        <source>run {} was changed</source>
        <translation>运行 {} 被改动</translation>
    </message>
    <message>
        <source>run {} has not one prediction for each image and point</source>
        <translation>运行 {} 并非每幅图像和每个点各有一个预测</translation>
    </message>
    <message>
        <source>the description of run {} ({})</source>
        <translation>运行 {} 的描述（{}）</translation>
    </message>
    <message>
        <source>The study file is damaged: {}</source>
        <translation>研究文件已损坏：{}</translation>
    </message>
    <message>
        <source>The file was left as it was; open a copy of it, or start a new study</source>
        <translation>文件保持原样；请打开其副本，或新建研究</translation>
    </message>
    <message>
        <source>a run has half a value</source>
        <translation>有运行含半个值</translation>
    </message>
    <message>
        <source>a run has a negative class</source>
        <translation>有运行含负的类别</translation>
    </message>
    <message>
        <source>a run has not the margins of each point</source>
        <translation>有运行缺少各点的裕度</translation>
    </message>
    <message>
        <source>a run has not one margin for each block</source>
        <translation>有运行并非每块一个裕度</translation>
    </message>
    <message>
        <source>a run has an impossible margin</source>
        <translation>有运行的裕度不可能成立</translation>
    </message>
    <message>
        <source>a run has not one duration for each point</source>
        <translation>有运行并非每点一个时长</translation>
    </message>
    <message>
        <source>a run has an impossible duration</source>
        <translation>有运行的时长不可能成立</translation>
    </message>
    <message>
        <source>A run is too large for a study file</source>
        <translation>运行过大，研究文件容纳不下</translation>
    </message>
    <message>
        <source>Use fewer images or points</source>
        <translation>请减少图像或点</translation>
    </message>
    <message>
        <source>No override can name the layer &quot;{}&quot;</source>
        <translation>没有层设置能指名层“{}”</translation>
    </message>
    <message>
        <source>Rename the layer in the network; a &apos;:&apos; ends a name</source>
        <translation>请在网络中重命名该层；&apos;:&apos; 表示名称结束</translation>
    </message>
    <message>
        <source>mode {} has no array to be sensitive to</source>
        <translation>{} 模式没有可测灵敏度的阵列</translation>
    </message>
    <message>
        <source>The treatments change no layer</source>
        <translation>这些处理没有改变任何层</translation>
    </message>
    <message>
        <source>Choose settings that differ from the base; digital layers have no ADC and no noise</source>
        <translation>请选择与基准不同的设置；数字层没有 ADC 和噪声</translation>
    </message>
    <message>
        <source>{} cannot be &quot;{}&quot;</source>
        <translation>{}不能是“{}”</translation>
    </message>
    <message>
        <source>{} are possible</source>
        <translation>可用的有 {}</translation>
    </message>
    <message>
        <source>The study is open in another program or window</source>
        <translation>研究已在其他程序或窗口中打开</translation>
    </message>
    <message>
        <source>Close it there, or open a copy of the file</source>
        <translation>请在那里关闭，或打开文件的副本</translation>
    </message>
    <message>
        <source>The file exists already</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>Choose another name, or remove the file</source>
        <translation>请选择其他名称，或移除该文件</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>The file cannot be locked for reading</source>
        <translation>无法锁定文件以供读取</translation>
    </message>
    <message>
        <source>The file cannot be read at byte {}</source>
        <translation>无法在字节 {} 处读取文件</translation>
    </message>
    <message>
        <source>A copy for checking cannot be written</source>
        <translation>无法写入用于检查的副本</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>请腾出磁盘空间</translation>
    </message>
    <message>
        <source>No temporary folder can be made to check what a killed program left</source>
        <translation>无法创建临时文件夹来检查被终止的程序留下的内容</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that is there and can be written, or free disk space</source>
        <translation>请将 TMPDIR 设为存在且可写的文件夹，或腾出磁盘空间</translation>
    </message>
    <message>
        <source>This is no study file: it is too short</source>
        <translation>这不是研究文件：过短</translation>
    </message>
    <message>
        <source>This is no study file</source>
        <translation>这不是研究文件</translation>
    </message>
    <message>
        <source>Open a file that ACiM Explorer wrote (.acim)</source>
        <translation>请打开由 ACiM Explorer 写出的文件（.acim）</translation>
    </message>
    <message>
        <source>This is an SQLite file of another program</source>
        <translation>这是其他程序的 SQLite 文件</translation>
    </message>
    <message>
        <source>The study file is of version {}, this program knows version {}</source>
        <translation>研究文件的版本为 {}，此程序支持版本 {}</translation>
    </message>
    <message>
        <source>Open it with the version of ACiM Explorer that wrote it, or a newer one</source>
        <translation>请用写出它的 ACiM Explorer 版本或更新的版本打开</translation>
    </message>
    <message>
        <source>The study file is damaged: wrong values in its header</source>
        <translation>研究文件已损坏：其头部的值有误</translation>
    </message>
    <message>
        <source>The study file is damaged: it holds &quot;{}&quot;, which is no part of a study</source>
        <translation>研究文件已损坏：其中的“{}”不属于研究</translation>
    </message>
    <message>
        <source>The study file is damaged: a table is missing</source>
        <translation>研究文件已损坏：缺少一张表</translation>
    </message>
    <message>
        <source>The study file is damaged: {} bytes long, {} expected</source>
        <translation>研究文件已损坏：长 {} 字节，应为 {}</translation>
    </message>
    <message>
        <source>The study file cannot be written ({})</source>
        <translation>无法写入研究文件（{}）</translation>
    </message>
    <message>
        <source>Free disk space and check that the folder is writable; what was saved before is kept</source>
        <translation>请腾出磁盘空间并检查文件夹是否可写；此前保存的内容仍在</translation>
    </message>
    <message>
        <source>The study file is damaged ({})</source>
        <translation>研究文件已损坏（{}）</translation>
    </message>
    <message>
        <source>The study file does not exist</source>
        <translation>研究文件不存在</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>请检查路径</translation>
    </message>
    <message>
        <source>This is no study file: it is no regular file</source>
        <translation>这不是研究文件：不是普通文件</translation>
    </message>
    <message>
        <source>Name a study file</source>
        <translation>请指定研究文件</translation>
    </message>
    <message>
        <source>The study file cannot be reached ({})</source>
        <translation>无法访问研究文件（{}）</translation>
    </message>
    <message>
        <source>The study file is damaged or cannot be read ({})</source>
        <translation>研究文件已损坏或无法读取（{}）</translation>
    </message>
    <message>
        <source>The study file cannot be written</source>
        <translation>无法写入研究文件</translation>
    </message>
    <message>
        <source>Change its permissions, or open a copy of it</source>
        <translation>请更改其权限，或打开其副本</translation>
    </message>
    <message>
        <source>The network&apos;s output is not a number</source>
        <translation>网络的输出不是数</translation>
    </message>
    <message>
        <source>Check the weights and the normalisation of the network</source>
        <translation>请检查网络的权重和归一化参数</translation>
    </message>
    <message>
        <source>The study was made with another {} ({}, now {})</source>
        <translation>研究是用另一个 {} 做的（{}，现为 {}）</translation>
    </message>
    <message>
        <source>Continue it with the same network and images, or start a new study</source>
        <translation>请用相同的网络和图像继续，或新建研究</translation>
    </message>
    <message>
        <source>Too many threads: {} were wanted, {} could be started ({})</source>
        <translation>线程过多：要求 {} 个，只能启动 {} 个（{}）</translation>
    </message>
    <message>
        <source>Use fewer threads</source>
        <translation>请减少线程</translation>
    </message>
    <message>
        <source>There is nothing to run</source>
        <translation>没有可运行的内容</translation>
    </message>
    <message>
        <source>a study needs a point and an image at least</source>
        <translation>研究至少需要一个点和一幅图像</translation>
    </message>
    <message>
        <source>The network has {} classes</source>
        <translation>网络有 {} 个类别</translation>
    </message>
    <message>
        <source>1 to 32767 are possible</source>
        <translation>可以是 1 至 32767</translation>
    </message>
    <message>
        <source>The study was made with other images: image {} is of another class</source>
        <translation>研究是用其他图像做的：图像 {} 的类别不同</translation>
    </message>
    <message>
        <source>Continue it with the same images, or start a new study</source>
        <translation>请用相同的图像继续，或新建研究</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Use fewer threads or smaller blocks</source>
        <translation>请减少线程或使用较小的块</translation>
    </message>
    <message>
        <source>The {} axis has no knob</source>
        <translation>{} 轴没有参数</translation>
    </message>
    <message>
        <source>The {} axis has no values</source>
        <translation>{} 轴没有值</translation>
    </message>
    <message>
        <source>an axis is a knob and at least one value</source>
        <translation>轴由一个参数和至少一个值组成</translation>
    </message>
    <message>
        <source>The knob {} is on both axes</source>
        <translation>参数 {} 同时在两个轴上</translation>
    </message>
    <message>
        <source>choose another knob for the family of curves</source>
        <translation>请为曲线族选择其他参数</translation>
    </message>
    <message>
        <source>The ADC&apos;s range is calibrated for all points and on an axis</source>
        <translation>ADC 量程既对所有点校准，又在轴上</translation>
    </message>
    <message>
        <source>The study would have {} points</source>
        <translation>研究将有 {} 个点</translation>
    </message>
    <message>
        <source>at most {} are possible: take larger steps</source>
        <translation>至多 {} 个：请加大步长</translation>
    </message>
    <message>
        <source>its coordinates are not those of {}={}</source>
        <translation>其坐标与 {}={} 不符</translation>
    </message>
    <message>
        <source>its {} is not the {} of its place on the axis</source>
        <translation>其 {} 不是该轴位置上的 {}</translation>
    </message>
    <message>
        <source>it has a coordinate that is on no axis</source>
        <translation>有坐标不在任何轴上</translation>
    </message>
    <message>
        <source>A point does not match the axes: {}</source>
        <translation>有点与轴不符：{}</translation>
    </message>
    <message>
        <source>a study has a point for each pair of values, in order</source>
        <translation>研究按顺序为每对值各有一个点</translation>
    </message>
    <message>
        <source>A block cannot have {} images</source>
        <translation>一个块不能有 {} 幅图像</translation>
    </message>
    <message>
        <source>1 to {} are possible</source>
        <translation>可以是 1 至 {}</translation>
    </message>
    <message>
        <source>The study has {} points, its axes have {}</source>
        <translation>研究有 {} 个点，其轴有 {} 个</translation>
    </message>
    <message>
        <source>The file was damaged or not written by this program</source>
        <translation>文件已损坏，或不是由此程序写出</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>文本过长</translation>
    </message>
    <message>
        <source>A whole number from {} to {} is expected</source>
        <translation>应为 {} 至 {} 的整数</translation>
    </message>
    <message>
        <source>A list of at most {} is expected</source>
        <translation>应为至多 {} 项的列表</translation>
    </message>
    <message>
        <source>A pair of knob and value is expected</source>
        <translation>应为参数与值的组合</translation>
    </message>
    <message>
        <source>This is no study description</source>
        <translation>这不是研究描述</translation>
    </message>
    <message>
        <source>The study description is of a newer version</source>
        <translation>研究描述的版本较新</translation>
    </message>
    <message>
        <source>The study has no points</source>
        <translation>研究没有点</translation>
    </message>
    <message>
        <source>{} images</source>
        <translation>{} 幅图像</translation>
    </message>
    <message>
        <source>a row of the provenance is missing</source>
        <translation>缺少一行来源信息</translation>
    </message>
    <message>
        <source>{} of {} blocks found</source>
        <translation>找到 {} 个块，应有 {} 个</translation>
    </message>
    <message>
        <source>a run is missing</source>
        <translation>缺少一次运行</translation>
    </message>
    <message>
        <source>the entry &quot;{}&quot; is missing</source>
        <translation>缺少条目“{}”</translation>
    </message>
    <message>
        <source>the entry &quot;{}&quot; was changed</source>
        <translation>条目“{}”被改动</translation>
    </message>
    <message>
        <source>the provenance was changed</source>
        <translation>来源信息被改动</translation>
    </message>
    <message>
        <source>its description is no JSON ({})</source>
        <translation>其描述不是 JSON（{}）</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a count</source>
        <translation>“{}”不是计数</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a number</source>
        <translation>“{}”不是数字</translation>
    </message>
    <message>
        <source>a block has half a value</source>
        <translation>有块含半个值</translation>
    </message>
    <message>
        <source>a block has a negative class</source>
        <translation>有块含负的类别</translation>
    </message>
    <message>
        <source>a block of an unknown point</source>
        <translation>有块属于未知的点</translation>
    </message>
    <message>
        <source>the block of point {} at image {} was changed</source>
        <translation>点 {} 在图像 {} 处的块被改动</translation>
    </message>
    <message>
        <source>the block of point {} at image {} does not fit the study</source>
        <translation>点 {} 在图像 {} 处的块与研究不符</translation>
    </message>
    <message>
        <source>The study was made on {} images, now there are {}</source>
        <translation>研究是在 {} 幅图像上做的，现在有 {} 幅</translation>
    </message>
    <message>
        <source>A study cannot run on {} images</source>
        <translation>研究不能在 {} 幅图像上运行</translation>
    </message>
    <message>
        <source>The study&apos;s description is no text in UTF-8 ({})</source>
        <translation>研究描述不是 UTF-8 文本（{}）</translation>
    </message>
    <message>
        <source>Rename the network or the images</source>
        <translation>请重命名网络或图像</translation>
    </message>
    <message>
        <source>write {}, such as {}</source>
        <translation>请写 {}，例如 {}</translation>
    </message>
    <message>
        <source>steps of {} never lead from {} to {}</source>
        <translation>步长 {} 无法从 {} 到达 {}</translation>
    </message>
    <message>
        <source>give a step that leads from the first value to the last (negative when it falls)</source>
        <translation>请给出从第一个值到最后一个值的步长（递减时为负）</translation>
    </message>
    <message>
        <source>the range has more than {} values</source>
        <translation>范围的值超过 {} 个</translation>
    </message>
    <message>
        <source>take a larger step</source>
        <translation>请加大步长</translation>
    </message>
    <message>
        <source>the value {} occurs twice</source>
        <translation>值 {} 出现两次</translation>
    </message>
    <message>
        <source>give each value once</source>
        <translation>请每个值只给一次</translation>
    </message>
    <message>
        <source>no &apos;=&apos; after the knob&apos;s name</source>
        <translation>参数名之后没有 &apos;=&apos;</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>more than three numbers in a range</source>
        <translation>范围中的数多于三个</translation>
    </message>
    <message>
        <source>{} has no range of numbers</source>
        <translation>{}没有数值范围</translation>
    </message>
    <message>
        <source>list its values: {}</source>
        <translation>请列出其值：{}</translation>
    </message>
    <message>
        <source>more than {} values</source>
        <translation>值超过 {} 个</translation>
    </message>
    <message>
        <source>take fewer</source>
        <translation>请减少</translation>
    </message>
    <message>
        <source>The catalogue of image sets cannot be used: {}</source>
        <translation>无法使用图像集目录：{}</translation>
    </message>
    <message>
        <source>docs/file-formats.md shows one</source>
        <translation>docs/file-formats.md 中有示例</translation>
    </message>
    <message>
        <source>{} of &quot;{}&quot;</source>
        <translation>{}（“{}”）</translation>
    </message>
    <message>
        <source>the number of bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>the name (up to {} of a-z, 0-9 and -)</source>
        <translation>名称（最多 {} 个字符，仅限 a-z、0-9 和 -）</translation>
    </message>
    <message>
        <source>the title (a line of {} bytes)</source>
        <translation>标题（一行，{} 字节）</translation>
    </message>
    <message>
        <source>the kind (cifar10 or cifar100)</source>
        <translation>种类（cifar10 或 cifar100）</translation>
    </message>
    <message>
        <source>the file (a plain name)</source>
        <translation>文件（纯文件名）</translation>
    </message>
    <message>
        <source>the url (http or https, up to {} bytes)</source>
        <translation>网址（http 或 https，最多 {} 字节）</translation>
    </message>
    <message>
        <source>the sha256 (64 hexadecimal digits)</source>
        <translation>sha256（64 位十六进制数字）</translation>
    </message>
    <message>
        <source>its format is another one</source>
        <translation>其格式不同</translation>
    </message>
    <message>
        <source>its version is another one</source>
        <translation>其版本不同</translation>
    </message>
    <message>
        <source>it has more than {} sets</source>
        <translation>其中的图像集超过 {} 个</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is there twice</source>
        <translation>“{}”出现两次</translation>
    </message>
    <message>
        <source>&apos;{}&apos; and &apos;{}&apos; have the same file {}</source>
        <translation>“{}”与“{}”的文件 {} 相同</translation>
    </message>
    <message>
        <source>libcurl could not be started</source>
        <translation>无法启动 libcurl</translation>
    </message>
    <message>
        <source>no byte came for {} s</source>
        <translation>{} s 内没有收到字节</translation>
    </message>
    <message>
        <source>the answer ended after {} of {} bytes</source>
        <translation>应答在 {} 字节（共 {} 字节）后结束</translation>
    </message>
    <message>
        <source>The server sends more than the {} bytes of this file</source>
        <translation>服务器发送的超过此文件的 {} 字节</translation>
    </message>
    <message>
        <source>It is another file; name the right one by --url.</source>
        <translation>这是另一个文件；请用 --url 指定正确的文件。</translation>
    </message>
    <message>
        <source>The file cannot be fetched ({})</source>
        <translation>无法获取文件（{}）</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查地址。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was refused ({})</source>
        <translation>服务器的证书被拒绝（{}）</translation>
    </message>
    <message>
        <source>Check the clock and the certificates of this machine, and who answers in this network.</source>
        <translation>请检查本机的时钟和证书，以及此网络中由谁应答。</translation>
    </message>
    <message>
        <source>The server answered with status {}</source>
        <translation>服务器应答状态 {}</translation>
    </message>
    <message>
        <source>The trouble is the server&apos;s: try again later; what is there is kept.</source>
        <translation>问题在服务器：请稍后重试；已有的内容会保留。</translation>
    </message>
    <message>
        <source>The file may have moved, or is not for everybody; name it by --url.</source>
        <translation>文件可能已移动，或不对所有人开放；请用 --url 指定。</translation>
    </message>
    <message>
        <source>The download cannot be written: {}</source>
        <translation>无法写入下载内容：{}</translation>
    </message>
    <message>
        <source>Make room for {} MB, or name another place by --to.</source>
        <translation>请腾出 {} MB 空间，或用 --to 指定其他位置。</translation>
    </message>
    <message>
        <source>Let the folder be written, or name another place by --to.</source>
        <translation>请使文件夹可写，或用 --to 指定其他位置。</translation>
    </message>
    <message>
        <source>The broken part cannot be removed: {}</source>
        <translation>无法移除中断的部分：{}</translation>
    </message>
    <message>
        <source>The download broke off {} times, last: {}</source>
        <translation>下载中断 {} 次，最后一次：{}</translation>
    </message>
    <message>
        <source>Look at the connection; what is there is kept, and the same command continues.</source>
        <translation>请检查连接；已有的内容会保留，用同一命令可继续。</translation>
    </message>
    <message>
        <source>The folder cannot be made: {}</source>
        <translation>无法创建文件夹：{}</translation>
    </message>
    <message>
        <source>Name another place by --to.</source>
        <translation>请用 --to 指定其他位置。</translation>
    </message>
    <message>
        <source>There is another file in the place of this one</source>
        <translation>此文件的位置上已有另一个文件</translation>
    </message>
    <message>
        <source>Move it away, or name another place by --to.</source>
        <translation>请将其移走，或用 --to 指定其他位置。</translation>
    </message>
    <message>
        <source>The file cannot be put in its place: {}</source>
        <translation>无法将文件放到其位置：{}</translation>
    </message>
    <message>
        <source>The file fetched is another one: SHA-256 {} instead of {}</source>
        <translation>获取的是另一个文件：SHA-256 为 {}，而不是 {}</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the file on the server has changed or is damaged on its way.</source>
        <translation>请重试；若仍如此，则服务器上的文件已改变，或在传输中损坏。</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no data set that can be fetched</source>
        <translation>“{}”不是可获取的数据集</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>Known: {}.</source>
        <translation>已知：{}。</translation>
    </message>
    <message>
        <source>There is no home folder to keep data sets in</source>
        <translation>没有用于存放数据集的主文件夹</translation>
    </message>
    <message>
        <source>Name a place by --to.</source>
        <translation>请用 --to 指定位置。</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} 及另外 {} 个</translation>
    </message>
    <message>
        <source>The random noise that stays fixed would be more than {} % of full scale at {}</source>
        <translation>保持不变的随机噪声将超过满量程的 {} %，位于 {}</translation>
    </message>
    <message>
        <source>Leave these points out, set less noise, or let the percentage stay fixed</source>
        <translation>请去掉这些点、减小噪声，或保持百分比不变</translation>
    </message>
    <message>
        <source>noise cannot be held in &quot;{}&quot;</source>
        <translation>噪声不能以“{}”保持不变</translation>
    </message>
    <message>
        <source>Something has this name already</source>
        <translation>已有同名项目</translation>
    </message>
    <message>
        <source>Criteria are mse, csnr and minmax.</source>
        <translation>准则为 mse、csnr 和 minmax。</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>LessonLibrary</name>
    <message>
        <source>%1 is no lesson</source>
        <translation>%1 不是课程文件</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>NamedSetting</name>
    <message>
        <source>ADC range</source>
        <translation>ADC 量程</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全量程</translation>
    </message>
    <message>
        <source>calibrated (MSE)</source>
        <translation>已校准（MSE）</translation>
    </message>
    <message>
        <source>calibrated (CSNR)</source>
        <translation>已校准（CSNR）</translation>
    </message>
    <message>
        <source>one range (MSE)</source>
        <translation>统一量程（MSE）</translation>
    </message>
    <message>
        <source>one range (CSNR)</source>
        <translation>统一量程（CSNR）</translation>
    </message>
    <message>
        <source>Full: the ADC spans the whole column. Calibrated: range and offset are chosen from the column sums of the first images, for each layer or one range for all, by least mean square error, by compute SNR with the noise, or from the least to the greatest sum</source>
        <translation>全量程：ADC 覆盖整列范围。校准：由前若干张图像的列和选定量程与偏移，可逐层选定或全部共用一个量程，依据最小均方误差、计入噪声的计算信噪比，或从最小列和到最大列和</translation>
    </message>
    <message>
        <source>calibrated (min-max)</source>
        <translation>已校准（最小–最大）</translation>
    </message>
    <message>
        <source>one range (min-max)</source>
        <translation>统一量程（最小–最大）</translation>
    </message>
</context>
<context>
    <name>NormalisationStrip</name>
    <message>
        <source>ImageNet</source>
        <translation>ImageNet</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>0 … 1 to −1 … 1</source>
        <translation>0 … 1 变为 −1 … 1</translation>
    </message>
    <message>
        <source>0 … 1 as it is</source>
        <translation>0 … 1 保持不变</translation>
    </message>
</context>
<context>
    <name>ParameterProblem</name>
    <message>
        <source>{} and {} reach beyond the column&apos;s full scale. Lower one of them: together they are at most 100 %.</source>
        <translation>{} 与 {} 超出了列的满量程。请减小其中之一：两者之和至多为 100 %。</translation>
    </message>
    <message>
        <source>{} is more than {}. Lower {} to at most {}.</source>
        <translation>{} 大于 {}。请将{}减至不超过 {}。</translation>
    </message>
    <message>
        <source>{} is more than the {} diagonals of {} and {} activation cycles ({}). Lower {} to at most {}.</source>
        <translation>{} 大于 {} 条对角线（{}，{} 个激活周期，{}）。请将{}减至不超过 {}。</translation>
    </message>
    <message>
        <source>{} excludes {}. Set {} to 0 or {} to {}.</source>
        <translation>{} 与 {} 不能同时使用。请将{}设为 0，或将{}设为{}。</translation>
    </message>
    <message>
        <source>{} needs a sign and so excludes {}. Set {} to at least 2 or {} to {}.</source>
        <translation>{} 需要符号位，因此不能与 {} 同时使用。请将{}设为至少 2，或将{}设为{}。</translation>
    </message>
    <message>
        <source>{} and {} calibrate the same energy twice. Set one of them to 1.</source>
        <translation>{} 与 {} 对同一能量校准了两次。请将其中之一设为 1。</translation>
    </message>
    <message>
        <source>{} resolves one bit, not {}. Set {} to 1, or {} to {} or {}.</source>
        <translation>{} 只分辨一位，而不是 {}。请将{}设为 1，或将{}设为{}或{}。</translation>
    </message>
    <message>
        <source>{} leaves no conversion per weight bit, which {} needs. Set {} to 0.</source>
        <translation>{} 使每个权重位没有单独的转换，而 {} 需要它。请将{}设为 0。</translation>
    </message>
    <message>
        <source>{} is known of capacitors only, not with {}. Set {} to {} or {} to {}.</source>
        <translation>{} 只对电容已知，不适用于 {}。请将{}设为{}，或将{}设为{}。</translation>
    </message>
    <message>
        <source>{} at {} is a random noise of {} % of full scale. Lower {} so that it is at most 100 %.</source>
        <translation>{}、{} 时随机噪声为满量程的 {} %。请减小{}，使其不超过 100 %。</translation>
    </message>
</context>
<context>
    <name>ParameterRange</name>
    <message>
        <source>a whole number, {}</source>
        <translation>整数，{}</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} 至 {}</translation>
    </message>
    <message>
        <source>more than {}, at most {}</source>
        <translation>大于 {}，至多 {}</translation>
    </message>
    <message>
        <source>at least {}, less than {}</source>
        <translation>至少 {}，小于 {}</translation>
    </message>
    <message>
        <source>more than {}, less than {}</source>
        <translation>大于 {}，小于 {}</translation>
    </message>
    <message>
        <source>an odd number, {}</source>
        <translation>奇数，{}</translation>
    </message>
</context>
<context>
    <name>ParameterTable</name>
    <message>
        <source>Array</source>
        <translation>阵列</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>权重位数</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>位</translation>
    </message>
    <message>
        <source>Bits of a weight in two&apos;s complement. Each bit has a column of cells of its own.</source>
        <translation>权重的补码位数。每一位各占一列存储单元。</translation>
    </message>
    <message>
        <source>Activation bits</source>
        <translation>激活位数</translation>
    </message>
    <message>
        <source>Bits of an activation on the rows, the sign included when activations are signed.</source>
        <translation>行上激活值的位数；激活有符号时包含符号位。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows whose products are summed on the column by one conversion. More rows mean fewer conversions, but a larger full scale for the same ADC.</source>
        <translation>一次转换在列上累加其乘积的行数。行数越多转换越少，但同一 ADC 要覆盖的满量程越大。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Physical columns of one macro. They set cost only; results do not depend on them.</source>
        <translation>一个宏的物理列数。只影响代价，不影响结果。</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>How a long reduction is cut to the rows: in whole channels of a convolution, or densely through channels, which fills the rows better.</source>
        <translation>如何把较长的归约切分到各行：按卷积的整通道切分，或跨通道紧密排列以更充分地利用行。</translation>
    </message>
    <message>
        <source>whole_channels</source>
        <translation>整通道</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>紧密</translation>
    </message>
    <message>
        <source>Weight parallel</source>
        <translation>权重并行</translation>
    </message>
    <message>
        <source>All bits of a weight are summed in the analog domain with their significance, and one bipolar conversion reads the sum.</source>
        <translation>权重的所有位按位权在模拟域求和，由一次双极性转换读出。</translation>
    </message>
    <message>
        <source>Stationary operand</source>
        <translation>驻留操作数</translation>
    </message>
    <message>
        <source>Which operand of a product of two activations (attention) sits in the cells; the other one is streamed on the rows.</source>
        <translation>两个激活相乘（注意力）时哪个操作数存放在单元中；另一个从行上输入。</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Converter</source>
        <translation>转换器</translation>
    </message>
    <message>
        <source>ADC bits</source>
        <translation>ADC 位数</translation>
    </message>
    <message>
        <source>Resolution of the column&apos;s ADC: 2^b codes over its input range. Sums of 2^b - 1 rows are read without rounding.</source>
        <translation>列 ADC 的分辨率：输入量程内有 2^b 个码。2^b - 1 行的和可无舍入读出。</translation>
    </message>
    <message>
        <source>Encoding bits</source>
        <translation>编码位数</translation>
    </message>
    <message>
        <source>Activation bits applied at once as an analog level. 1 is bit-serial; more need fewer cycles, but widen the column sum for the same ADC.</source>
        <translation>以一个模拟电平同时输入的激活位数。1 为位串行；位数越多周期越少，但同一 ADC 面对的列和范围越大。</translation>
    </message>
    <message>
        <source>ADC range</source>
        <translation>ADC 量程</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Width of the ADC&apos;s input range in per cent of the column&apos;s full scale. A narrow range has finer steps; sums outside of it clip.</source>
        <translation>ADC 输入量程的宽度，以列满量程的百分比表示。量程窄则台阶更细；超出量程的和被截断。</translation>
    </message>
    <message>
        <source>ADC offset</source>
        <translation>ADC 偏移</translation>
    </message>
    <message>
        <source>Lower edge of the ADC&apos;s input range in per cent of the column&apos;s full scale. Offset and range are at most 100 % together.</source>
        <translation>ADC 输入量程的下沿，以列满量程的百分比表示。偏移与量程之和不超过 100 %。</translation>
    </message>
    <message>
        <source>ADC type</source>
        <translation>ADC 类型</translation>
    </message>
    <message>
        <source>Circuit of the ADC, for its energy, time and area: successive approximation, flash, or one sense amplifier, which resolves one bit.</source>
        <translation>ADC 的电路，用于能量、时间和面积：逐次逼近、闪速，或只分辨一位的灵敏放大器。</translation>
    </message>
    <message>
        <source>sar</source>
        <translation>SAR</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>闪速</translation>
    </message>
    <message>
        <source>sense_amp</source>
        <translation>灵敏放大器</translation>
    </message>
    <message>
        <source>ADC comparators</source>
        <translation>ADC 比较器数</translation>
    </message>
    <message>
        <source>Comparators of a flash ADC, for its energy and area; 0 stands for 2^b - 1. Other types ignore it.</source>
        <translation>闪速 ADC 的比较器数，用于能量和面积；0 表示 2^b - 1。其他类型忽略此项。</translation>
    </message>
    <message>
        <source>Columns per ADC</source>
        <translation>每 ADC 列数</translation>
    </message>
    <message>
        <source>Columns that share one ADC by turns: less area, more time, the same energy and the same results.</source>
        <translation>轮流共用一个 ADC 的列数：面积更小、时间更长，能量与结果不变。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Activation scale</source>
        <translation>激活标度</translation>
    </message>
    <message>
        <source>Where the full scale of activations comes from: stored calibration images, the image itself, or its batch.</source>
        <translation>激活满量程的来源：已存的校准图像、图像自身，或其所在批次。</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>per_image</source>
        <translation>逐图像</translation>
    </message>
    <message>
        <source>per_batch</source>
        <translation>逐批次</translation>
    </message>
    <message>
        <source>Activation percentile</source>
        <translation>激活百分位</translation>
    </message>
    <message>
        <source>The calibrated scale is this percentile of a layer&apos;s calibration values, 100 the maximum; larger values clip. Tight clipping fills the upper bits.</source>
        <translation>校准标度取该层校准值的此百分位，100 为最大值；更大的值被截断。截断越紧，高位利用越充分。</translation>
    </message>
    <message>
        <source>Signed activations</source>
        <translation>有符号激活</translation>
    </message>
    <message>
        <source>Whether activations carry a sign bit, which takes a cycle of its own; auto: when calibration saw a negative value.</source>
        <translation>激活是否带符号位（占用单独一个周期）；自动：校准时出现过负值则带。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Images computed together as one block. Part of the result only when the activation scale is per batch.</source>
        <translation>作为一块一起计算的图像数。仅当激活标度逐批次确定时才影响结果。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise source</source>
        <translation>噪声来源</translation>
    </message>
    <message>
        <source>Typed: random noise and nonlinearity as they stand below. Physical: both follow from comparator noise, unit capacitor and mismatch, and so does the energy; the two typed values then wait.</source>
        <translation>输入：随机噪声与非线性取下方数值。物理：二者由比较器噪声、单位电容和失配推出，能量亦然；此时输入的两个数值不起作用。</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>physical</source>
        <translation>物理</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>随机噪声</translation>
    </message>
    <message>
        <source>Standard deviation of the noise of one conversion (thermal, comparator, supply) in per cent of the column&apos;s full scale.</source>
        <translation>一次转换的噪声（热噪声、比较器、电源）的标准差，以列满量程的百分比表示。</translation>
    </message>
    <message>
        <source>Nonlinearity</source>
        <translation>非线性</translation>
    </message>
    <message>
        <source>Standard deviation of the mismatch noise in per cent of the column&apos;s full scale; it falls as one over the root of the column sum, as mismatch averages out.</source>
        <translation>失配噪声的标准差，以列满量程的百分比表示；失配会相互平均，故按列和平方根的倒数下降。</translation>
    </message>
    <message>
        <source>Comparator noise</source>
        <translation>比较器噪声</translation>
    </message>
    <message>
        <source>LSB</source>
        <translation>LSB</translation>
    </message>
    <message>
        <source>Physical noise: standard deviation of the comparator&apos;s decision in steps of the ADC. Halving it costs four times the comparator&apos;s energy.</source>
        <translation>物理噪声：比较器判决的标准差，以 ADC 台阶为单位。减半需四倍的比较器能量。</translation>
    </message>
    <message>
        <source>Reference noise</source>
        <translation>参考噪声</translation>
    </message>
    <message>
        <source>Physical noise: standard deviation of the ADC&apos;s reference in per cent of the column&apos;s full scale.</source>
        <translation>物理噪声：ADC 参考电压的标准差，以列满量程的百分比表示。</translation>
    </message>
    <message>
        <source>ADC INL</source>
        <translation>ADC INL</translation>
    </message>
    <message>
        <source>Physical noise: integral nonlinearity of the ADC, root mean square in steps of the ADC; it adds to the capacitors&apos; mismatch.</source>
        <translation>物理噪声：ADC 的积分非线性，均方根值，以 ADC 台阶为单位；与电容失配叠加。</translation>
    </message>
    <message>
        <source>Current domain</source>
        <translation>电流域</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Gain compression a of a current-domain column: its sum s is read as s / (1 + a s), typically with 0.0001 to 0.001.</source>
        <translation>电流域列的增益压缩 a：列和 s 读出为 s / (1 + a s)，典型值 0.0001 到 0.001。</translation>
    </message>
    <message>
        <source>Weight variation</source>
        <translation>权重偏差</translation>
    </message>
    <message>
        <source>Standard deviation of each cell&apos;s current in per cent of one cell. It is static: the seed draws one chip. Simulated cell by cell, some fifteen times slower.</source>
        <translation>每个单元电流的标准差，以单个单元电流的百分比表示。偏差是静态的：一个种子对应一颗芯片。逐单元仿真，约慢十五倍。</translation>
    </message>
    <message>
        <source>Hybrid and voting</source>
        <translation>混合与表决</translation>
    </message>
    <message>
        <source>Hybrid levels</source>
        <translation>混合级数</translation>
    </message>
    <message>
        <source>Most significant diagonals (weight bit plus activation cycle) that are computed digitally, without conversion.</source>
        <translation>以数字方式计算、不经转换的最高有效对角线数（权重位加激活周期）。</translation>
    </message>
    <message>
        <source>Hybrid readout</source>
        <translation>混合读出</translation>
    </message>
    <message>
        <source>Digital cycles give the exact sum, or go through a noise-free ADC as in the published simulator.</source>
        <translation>数字周期给出精确的和，或像已发表的仿真器那样经过无噪声 ADC。</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>adc</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>Voting levels</source>
        <translation>表决级数</translation>
    </message>
    <message>
        <source>Most significant diagonals (weight bit plus activation cycle) that are converted several times.</source>
        <translation>多次转换的最高有效对角线数（权重位加激活周期）。</translation>
    </message>
    <message>
        <source>Voting samples</source>
        <translation>表决次数</translation>
    </message>
    <message>
        <source>Conversions of a voted cycle; each has noise of its own.</source>
        <translation>一个表决周期的转换次数；每次噪声各自独立。</translation>
    </message>
    <message>
        <source>Voting rule</source>
        <translation>表决规则</translation>
    </message>
    <message>
        <source>How the codes of a voted cycle become one: the most frequent (the smallest of those tied), the median or the mean.</source>
        <translation>表决周期的多个码如何合成一个：出现最多的（并列时取最小）、中位数或平均值。</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>众数</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Voting cost</source>
        <translation>表决代价</translation>
    </message>
    <message>
        <source>What a voted cycle pays for: whole conversions, each with the array evaluated anew, or only its last comparisons repeated.</source>
        <translation>表决周期付出的代价：完整的转换（阵列每次重新求值），或只重复最后几次比较。</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全量程</translation>
    </message>
    <message>
        <source>comparator</source>
        <translation>比较器</translation>
    </message>
    <message>
        <source>Voted comparisons</source>
        <translation>表决比较数</translation>
    </message>
    <message>
        <source>How many of the last comparisons of a conversion are repeated when voting costs comparisons only.</source>
        <translation>表决只计比较代价时，一次转换中重复的最后几次比较的数目。</translation>
    </message>
    <message>
        <source>Digital layers</source>
        <translation>数字层</translation>
    </message>
    <message>
        <source>Digital weight bits</source>
        <translation>数字权重位数</translation>
    </message>
    <message>
        <source>Bits of the weights of layers that stay digital, computed with exact integers.</source>
        <translation>保持数字的层的权重位数，以精确整数计算。</translation>
    </message>
    <message>
        <source>Digital activation bits</source>
        <translation>数字激活位数</translation>
    </message>
    <message>
        <source>Bits of the activations of layers that stay digital, computed with exact integers.</source>
        <translation>保持数字的层的激活位数，以精确整数计算。</translation>
    </message>
    <message>
        <source>Technology</source>
        <translation>工艺</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <source>Technology node. Digital and wire capacitances scale with it; the ADC and the unit capacitor do not.</source>
        <translation>工艺节点。数字电容与连线电容随之缩放；ADC 与单位电容不随之缩放。</translation>
    </message>
    <message>
        <source>Supply voltage</source>
        <translation>电源电压</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Supply of the macro. Every energy goes with its square, and thermal noise counts less the higher it is.</source>
        <translation>宏的电源电压。所有能量与其平方成正比，电压越高热噪声影响越小。</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域</translation>
    </message>
    <message>
        <source>What the cells add on a column, for the energy: charges, currents, currents through resistive cells, or delays. Only the charge domain is calibrated.</source>
        <translation>单元在列上累加的物理量，用于能量：电荷、电流、流过阻性单元的电流，或延迟。只有电荷域经过校准。</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>电荷</translation>
    </message>
    <message>
        <source>current</source>
        <translation>电流</translation>
    </message>
    <message>
        <source>resistive</source>
        <translation>阻性</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Unit capacitor</source>
        <translation>单位电容</translation>
    </message>
    <message>
        <source>fF</source>
        <translation>fF</translation>
    </message>
    <message>
        <source>Capacitor of one cell in the charge domain. A larger one costs energy, and matches better: physical noise falls with its root.</source>
        <translation>电荷域中一个单元的电容。越大越耗能，匹配也越好：物理噪声随其平方根下降。</translation>
    </message>
    <message>
        <source>Attenuation</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>Swing of a column over the supply: the unit capacitors&apos; share of the column&apos;s capacitance, 1 without parasitics.</source>
        <translation>列摆幅与电源电压之比：单位电容占列总电容的比例，无寄生时为 1。</translation>
    </message>
    <message>
        <source>Row driver</source>
        <translation>行驱动器</translation>
    </message>
    <message>
        <source>How several activation bits at once reach a row, for the energy: as a level of a DAC or as a number of pulses.</source>
        <translation>多个激活位如何同时加到一行上，用于能量：DAC 的电平，或脉冲个数。</translation>
    </message>
    <message>
        <source>dac</source>
        <translation>DAC</translation>
    </message>
    <message>
        <source>pulse</source>
        <translation>脉冲</translation>
    </message>
    <message>
        <source>Cells per weight</source>
        <translation>每权重单元数</translation>
    </message>
    <message>
        <source>Columns of cells that a weight takes, for energy and area; 0 stands for one per weight bit, which is what is simulated.</source>
        <translation>一个权重占用的单元列数，用于能量和面积；0 表示每个权重位一列，即所仿真的情况。</translation>
    </message>
    <message>
        <source>Conversions per weight</source>
        <translation>每权重转换数</translation>
    </message>
    <message>
        <source>Conversions that a weight takes in one cycle, for energy and time; 0 stands for what is simulated: one per weight bit, or one when weight parallel.</source>
        <translation>一个权重在一个周期内的转换次数，用于能量和时间；0 表示所仿真的情况：每个权重位一次，权重并行时为一次。</translation>
    </message>
    <message>
        <source>Input density</source>
        <translation>输入密度</translation>
    </message>
    <message>
        <source>Share of ones, or the mean level, that activations put on the rows; taken for the energy and for the typical column sum.</source>
        <translation>激活在行上为一的比例或平均电平；用于能量和典型列和。</translation>
    </message>
    <message>
        <source>Weight density</source>
        <translation>权重密度</translation>
    </message>
    <message>
        <source>Share of cells that hold a one; taken for the energy and for the typical column sum.</source>
        <translation>存 1 的单元所占比例；用于能量和典型列和。</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>芯片</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>宏数</translation>
    </message>
    <message>
        <source>Macros on the chip, all at work at once. They set the latency, and whether all weights fit.</source>
        <translation>芯片上同时工作的宏的数目。决定延迟，以及能否放下全部权重。</translation>
    </message>
    <message>
        <source>Weights resident</source>
        <translation>权重驻留</translation>
    </message>
    <message>
        <source>Weights stay in the macros and are written once for several images; otherwise they are written anew for every image.</source>
        <translation>权重留在宏中，多张图像只写一次；否则每张图像都重新写入。</translation>
    </message>
    <message>
        <source>Images per load</source>
        <translation>每次装载图像数</translation>
    </message>
    <message>
        <source>Images that share the energy of writing resident weights once.</source>
        <translation>共同分摊一次写入驻留权重之能量的图像数。</translation>
    </message>
    <message>
        <source>Buffer size</source>
        <translation>缓冲器大小</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>Size of the memories for inputs, outputs and partial sums; a larger one costs more per bit.</source>
        <translation>输入、输出和部分和所用存储器的大小；越大每位代价越高。</translation>
    </message>
    <message>
        <source>Energy calibration</source>
        <translation>能量校准</translation>
    </message>
    <message>
        <source>Energy scale</source>
        <translation>能量系数</translation>
    </message>
    <message>
        <source>Factor on all energies of the macro that brings the model onto a measured chip. Not together with the factors of single parts.</source>
        <translation>作用于宏全部能量的系数，使模型与实测芯片一致。不可与各部分的系数同时使用。</translation>
    </message>
    <message>
        <source>ADC scale</source>
        <translation>ADC 系数</translation>
    </message>
    <message>
        <source>Factor on the energy of the ADC alone, from a measured breakdown or another ADC.</source>
        <translation>仅作用于 ADC 能量的系数，取自实测分解或另一种 ADC。</translation>
    </message>
    <message>
        <source>Array scale</source>
        <translation>阵列系数</translation>
    </message>
    <message>
        <source>Factor on the energy of cells, bit lines and word lines, from a measured breakdown.</source>
        <translation>作用于单元、位线和字线能量的系数，取自实测分解。</translation>
    </message>
    <message>
        <source>DAC scale</source>
        <translation>DAC 系数</translation>
    </message>
    <message>
        <source>Factor on the energy of the row DACs alone, from a measured breakdown or another DAC.</source>
        <translation>仅作用于行 DAC 能量的系数，取自实测分解或另一种 DAC。</translation>
    </message>
    <message>
        <source>Digital scale</source>
        <translation>数字系数</translation>
    </message>
    <message>
        <source>Factor on the energy of digital cycles, digital layers and the all-digital reference.</source>
        <translation>作用于数字周期、数字层和全数字参照之能量的系数。</translation>
    </message>
    <message>
        <source>Randomness</source>
        <translation>随机性</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Number that all randomness follows from: another seed is another chip and other noise, the same seed the same result.</source>
        <translation>一切随机性的来源：种子不同即芯片与噪声不同，种子相同则结果相同。</translation>
    </message>
</context>
<context>
    <name>ParameterText</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;br/&gt;%2&lt;/p&gt;&lt;p style=&apos;font-size:8pt&apos;&gt;%3, default %4. Set with &lt;code&gt;%5&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;br/&gt;%2&lt;/p&gt;&lt;p style=&apos;font-size:8pt&apos;&gt;%3，默认 %4。命令行 &lt;code&gt;%5&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>{} or {}</source>
        <translation>{} 或 {}</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}、{}</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Charge domain</source>
        <translation>电荷域</translation>
    </message>
    <message>
        <source>Current domain</source>
        <translation>电流域</translation>
    </message>
    <message>
        <source>Resistive domain</source>
        <translation>阻性域</translation>
    </message>
    <message>
        <source>Time domain</source>
        <translation>时间域</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1, doi %2.</source>
        <translation>%1，doi %2。</translation>
    </message>
    <message>
        <source>Its figures are from %1.</source>
        <translation>其数据来自%1。</translation>
    </message>
    <message>
        <source>Assumed here: %1.</source>
        <translation>此处假定：%1。</translation>
    </message>
</context>
<context>
    <name>PublishedChips</name>
    <message>
        <source>the abstract of its paper</source>
        <translation>论文摘要</translation>
    </message>
    <message>
        <source>a model of it that others published</source>
        <translation>他人发表的模型</translation>
    </message>
    <message>
        <source>notes of others</source>
        <translation>他人的笔记</translation>
    </message>
    <message>
        <source> and </source>
        <translation>与</translation>
    </message>
</context>
<context>
    <name>PublishedCurves</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>change of %1</source>
        <translation>更改 %1</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>RangeSaving</name>
    <message>
        <source>(%1 instead of %2 bits)</source>
        <translation>（%1 位，而非 %2 位）</translation>
    </message>
    <message numerus="yes">
        <source>%n bits fewer at %1 accuracy</source>
        <translation>
            <numerusform>准确率 %1 时少 %n 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits more at %1 accuracy</source>
        <translation>
            <numerusform>准确率 %1 时多 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>as many bits at %1 accuracy</source>
        <translation>准确率 %1 时位数相同</translation>
    </message>
    <message>
        <source>%1 times less ADC energy</source>
        <translation>ADC 能量降为 1/%1</translation>
    </message>
    <message>
        <source>%1 times as much ADC energy</source>
        <translation>ADC 能量为 %1 倍</translation>
    </message>
</context>
<context>
    <name>ReferenceLines</name>
    <message>
        <source>float and quantised %1</source>
        <translation>浮点与量化 %1</translation>
    </message>
    <message>
        <source>float %1</source>
        <translation>浮点 %1</translation>
    </message>
    <message>
        <source>quantised %1</source>
        <translation>量化 %1</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>%1, paused</source>
        <translation>%1，已暂停</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
</context>
<context>
    <name>SubjectText</name>
    <message>
        <source>Demo network</source>
        <translation>演示网络</translation>
    </message>
    <message>
        <source>Demo images</source>
        <translation>演示图像</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Over 20 published charge-domain points the model gives 0.78 of what they report, within a factor of 1.94.</source>
        <translation>在 20 个已发表的电荷域数据点上，模型给出报告值的 0.78 倍，误差在 1.94 倍以内。</translation>
    </message>
    <message>
        <source>Nothing is calibrated here: 14 published points in current, resistive and time domain spread by a factor of 5.3.</source>
        <translation>此处未经校准：电流域、阻性和时间域的 14 个已发表数据点离散达 5.3 倍。</translation>
    </message>
</context>
<context>
    <name>UserGuide</name>
    <message>
        <source>The user guide could not be opened</source>
        <translation>无法打开用户手册</translation>
    </message>
    <message>
        <source>It was not installed with the program; it is part of the sources, in docs/user-guide.</source>
        <translation>它未随程序安装；它在源代码的 docs/user-guide 中。</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>No browser was found here</source>
        <translation>未找到浏览器</translation>
    </message>
    <message>
        <source>If the user guide did not open, it is here: %1</source>
        <translation>若用户手册没有打开，它在这里：%1</translation>
    </message>
    <message>
        <source>No program opens %1. Open it with a browser.</source>
        <translation>没有程序能打开 %1。请用浏览器打开。</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Start the sweep with these settings</source>
        <translation>以当前设置开始扫描</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; what is computed stays</source>
        <translation>停止；已算出的结果保留</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find a knob</source>
        <translation>查找参数</translation>
    </message>
    <message>
        <source>Find a knob by its name</source>
        <translation>按名称查找参数</translation>
    </message>
    <message>
        <source>Reset all knobs</source>
        <translation>重置所有参数</translation>
    </message>
    <message>
        <source>Set every knob to its baseline</source>
        <translation>将所有参数恢复为基准值</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>打开研究…</translation>
    </message>
    <message>
        <source>Open settings and runs that were saved</source>
        <translation>打开已保存的设置与运行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save study as…</source>
        <translation>研究另存为…</translation>
    </message>
    <message>
        <source>Save settings, runs and notes, with predictions of every image</source>
        <translation>保存设置、运行和备注，以及每张图像的预测</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>将数据存为 CSV…</translation>
    </message>
    <message>
        <source>Save the data</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Copy chart</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>将图表复制为图片</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Copy the data as CSV</source>
        <translation>将数据复制为 CSV</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the window; a running sweep goes on from where it was at the next start</source>
        <translation>关闭窗口；正在运行的扫描下次启动时从中断处继续</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Follow the system&apos;s palette</source>
        <translation>跟随系统配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Put every part of the window back in its place</source>
        <translation>将窗口各部分放回原位</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Open or close the lessons: set, run, answer, compare with the paper</source>
        <translation>打开或关闭课程：设置、运行、作答、与论文比较</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Open the user guide</source>
        <translation>打开用户指南</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>What every key does</source>
        <translation>每个按键的作用</translation>
    </message>
    <message>
        <source>About ACiM Explorer</source>
        <translation>关于 ACiM Explorer</translation>
    </message>
    <message>
        <source>Version, licences, how to cite, and what machine runs</source>
        <translation>版本、许可证、引用方式及所用机器</translation>
    </message>
    <message>
        <source>Export chart…</source>
        <translation>导出图表…</translation>
    </message>
    <message>
        <source>Save the chart as PNG, SVG, PDF or CSV</source>
        <translation>将图表保存为 PNG、SVG、PDF 或 CSV</translation>
    </message>
    <message>
        <source>Sensitivity of layers</source>
        <translation>各层灵敏度</translation>
    </message>
    <message>
        <source>Change each layer in turn and rank the layers</source>
        <translation>逐层更改并对各层排序</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>撤销上一次修改</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>重做被撤销的修改</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>新建研究</translation>
    </message>
    <message>
        <source>Begin anew: knobs at their defaults, no runs; what is not saved is offered again</source>
        <translation>重新开始：参数取默认值，无运行；未保存的内容会再次提供</translation>
    </message>
    <message>
        <source>Save settings, runs and notes onto the open study; asks for a file where there is none</source>
        <translation>将设置、运行与备注存入已打开的研究；若无文件则询问</translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation>复制为命令行</translation>
    </message>
    <message>
        <source>Copy the acim command that computes the picked run, or this sweep, again</source>
        <translation>复制重新计算所选运行或当前扫描的 acim 命令</translation>
    </message>
    <message>
        <source>Export study as folder…</source>
        <translation>将研究导出为文件夹…</translation>
    </message>
    <message>
        <source>Save the study, settings, data, pictures and commands into one folder</source>
        <translation>将研究、设置、数据、图片和命令保存到一个文件夹</translation>
    </message>
    <message>
        <source>Save settings as JSON…</source>
        <translation>将设置保存为 JSON…</translation>
    </message>
    <message>
        <source>Save the knobs as a file that acim run --settings takes</source>
        <translation>将旋钮保存为 acim run --settings 可读的文件</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Take the keyboard to the next part: bar, knobs, chart, sweep, docks, runs</source>
        <translation>将键盘焦点移到下一部分：工具栏、参数、图表、扫描、停靠窗口、运行</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Take the keyboard to the part before</source>
        <translation>将键盘焦点移到上一部分</translation>
    </message>
</context>
<context>
    <name>acim::ui::AboutDialog</name>
    <message>
        <source>About ACiM Explorer</source>
        <translation>关于 ACiM Explorer</translation>
    </message>
    <message>
        <source>ACiM Explorer</source>
        <translation>ACiM Explorer</translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>版本 %1，Qt %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation>如何引用</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>ACiM Explorer is free software: GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty. It stands on</source>
        <translation>ACiM Explorer 是自由软件：GNU 通用公共许可证第 3 版或更新版本（GPL-3.0-or-later）。不提供任何担保。它建立在以下组件之上</translation>
    </message>
</context>
<context>
    <name>acim::ui::AccuracyChart</name>
    <message>
        <source>Accuracy chart</source>
        <translation>准确率图</translation>
    </message>
    <message>
        <source>%1 (log)</source>
        <translation>%1（对数）</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>chance %1</source>
        <translation>随机猜测 %1</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Against float</source>
        <translation>相对浮点</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>Click selects this point</source>
        <translation>单击选中此点</translation>
    </message>
    <message>
        <source>Arrow keys move the selection</source>
        <translation>方向键移动选择</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 images</source>
        <translation>%1，%2：%3 / %4 张图像</translation>
    </message>
    <message>
        <source>Against the baseline</source>
        <translation>与基准相比</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>每次推理能量</translation>
    </message>
</context>
<context>
    <name>acim::ui::AdcRangeChoice</name>
    <message>
        <source>ADC range calibration</source>
        <translation>ADC 量程校准</translation>
    </message>
    <message>
        <source>Ranges from %1 to %2&#xa0;% of full scale</source>
        <translation>量程为满量程的 %1 至 %2&#xa0;%</translation>
    </message>
</context>
<context>
    <name>acim::ui::AdcRangeRow</name>
    <message>
        <source>Calibrate ADC range</source>
        <translation>校准 ADC 量程</translation>
    </message>
    <message>
        <source>family</source>
        <translation>曲线族</translation>
    </message>
    <message>
        <source>Calibrated ranges</source>
        <translation>校准后的量程</translation>
    </message>
    <message>
        <source>Columns of real networks seldom fill. Chooses range and offset of the ADC from the column sums of the first images, at each point of the sweep: often two bits fewer for the same accuracy.</source>
        <translation>真实网络的列很少达到满量程。在扫描的每个点上，由前若干张图像的列和选定 ADC 的量程与偏移：同样的准确率往往可少用两位。</translation>
    </message>
    <message>
        <source>Use the range that the knobs say</source>
        <translation>使用参数给定的量程</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>The range and offset of the knobs above</source>
        <translation>上方参数的量程与偏移</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>Least mean square error of rounding and clipping</source>
        <translation>舍入与截断的均方误差最小</translation>
    </message>
    <message>
        <source>CSNR</source>
        <translation>CSNR</translation>
    </message>
    <message>
        <source>Best compute signal to noise, the noise included</source>
        <translation>计入噪声的计算信噪比最优</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>Each layer has its own range</source>
        <translation>每层各有量程</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>One range for all layers, as a chip with a fixed reference needs</source>
        <translation>所有层共用一个量程，适合参考电压固定的芯片</translation>
    </message>
    <message>
        <source>Varied by the family below the chart.</source>
        <translation>由图表下方的曲线族改变。</translation>
    </message>
    <message>
        <source>Min-max</source>
        <translation>最小–最大</translation>
    </message>
    <message>
        <source>From the least to the greatest sum, however seldom it comes</source>
        <translation>从最小列和到最大列和，无论其出现多么罕见</translation>
    </message>
</context>
<context>
    <name>acim::ui::AxesUndo</name>
    <message>
        <source>change of the sweep</source>
        <translation>更改扫描</translation>
    </message>
</context>
<context>
    <name>acim::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all of the message</source>
        <translation>显示全部消息</translation>
    </message>
</context>
<context>
    <name>acim::ui::BitsMap</name>
    <message>
        <source>Bits map: weight bits against activation cycles</source>
        <translation>位图：权重位对激活周期</translation>
    </message>
    <message>
        <source>Weight bit %1, cycle %2</source>
        <translation>权重位 %1，周期 %2</translation>
    </message>
    <message>
        <source>Weight bit %1, activation bit %2</source>
        <translation>权重位 %1，激活位 %2</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>已转换</translation>
    </message>
    <message>
        <source>voted</source>
        <translation>表决</translation>
    </message>
    <message>
        <source>digital</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>digital, rounded by the ADC</source>
        <translation>数字，经 ADC 舍入</translation>
    </message>
    <message>
        <source>%1: %2, error not measured</source>
        <translation>%1：%2，误差未测</translation>
    </message>
    <message>
        <source>%1: %2, no error: all outputs of image %3 are exact</source>
        <translation>%1：%2，无误差：图像 %3 的所有输出均精确</translation>
    </message>
    <message>
        <source>%1 of the macro&apos;s energy</source>
        <translation>占宏能量的 %1</translation>
    </message>
    <message>
        <source>%1 of the output error if all codes were wrong by one</source>
        <translation>若所有码均差一，占输出误差的 %1</translation>
    </message>
    <message>
        <source>%1 of the output error of image %2</source>
        <translation>占图像 %2 输出误差的 %1</translation>
    </message>
    <message>
        <source>Choose a layer in the table: its pairs of bits are shown here.</source>
        <translation>在表中选择一层：其位对显示于此。</translation>
    </message>
    <message>
        <source>Activation bit</source>
        <translation>激活位</translation>
    </message>
    <message>
        <source>Activation cycle</source>
        <translation>激活周期</translation>
    </message>
    <message>
        <source>All weight bits</source>
        <translation>所有权重位</translation>
    </message>
    <message>
        <source>Weight bit</source>
        <translation>权重位</translation>
    </message>
</context>
<context>
    <name>acim::ui::BitsPanel</name>
    <message>
        <source>Share of</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>A click sets</source>
        <translation>单击设置</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Share of the output error, measured on the image of the column view</source>
        <translation>占输出误差的比例，在列视图的图像上测得</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>位权</translation>
    </message>
    <message>
        <source>Share of the output error if every conversion were wrong by one code</source>
        <translation>若每次转换都差一个码，占输出误差的比例</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Share of the macro&apos;s energy in this layer</source>
        <translation>占此层中宏能量的比例</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>A click shows this pair in the column view</source>
        <translation>单击在列视图中显示此位对</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>A click makes this diagonal and all above it digital (H)</source>
        <translation>单击将此对角线及其上方全部设为数字 (H)</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>表决</translation>
    </message>
    <message>
        <source>A click lets this diagonal and all above it vote (V)</source>
        <translation>单击使此对角线及其上方全部表决 (V)</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Hybrid levels %1 (solid), voting levels %2 (dashed) of %3</source>
        <translation>混合级数 %1（实线），表决级数 %2（虚线），共 %3</translation>
    </message>
    <message>
        <source>All bits of a weight are converted at once: no diagonals.</source>
        <translation>权重的所有位同时转换：没有对角线。</translation>
    </message>
</context>
<context>
    <name>acim::ui::CauseBar</name>
    <message>
        <source>What the error is made of</source>
        <translation>误差的组成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>acim::ui::Causes</name>
    <message>
        <source>Activation clipping</source>
        <translation>激活截断</translation>
    </message>
    <message>
        <source>Activation rounding</source>
        <translation>激活舍入</translation>
    </message>
    <message>
        <source>Weight rounding</source>
        <translation>权重舍入</translation>
    </message>
    <message>
        <source>Weight variation</source>
        <translation>权重偏差</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>随机噪声</translation>
    </message>
    <message>
        <source>Nonlinearity</source>
        <translation>非线性</translation>
    </message>
    <message>
        <source>Clamp at zero</source>
        <translation>零点钳位</translation>
    </message>
    <message>
        <source>Clipping at the top</source>
        <translation>上限截断</translation>
    </message>
    <message>
        <source>ADC rounding</source>
        <translation>ADC 舍入</translation>
    </message>
    <message>
        <source>Inputs above the scale of the activations are cut off.</source>
        <translation>超出激活量程的输入被截断。</translation>
    </message>
    <message>
        <source>Inputs are rounded to the steps of their bits.</source>
        <translation>输入按其位数的步长舍入。</translation>
    </message>
    <message>
        <source>Weights are rounded to the steps of their bits.</source>
        <translation>权重按其位数的步长舍入。</translation>
    </message>
    <message>
        <source>Each cell adds a little more or less than one.</source>
        <translation>每个单元的贡献略大于或小于一。</translation>
    </message>
    <message>
        <source>The column answers large sums with less than they are.</source>
        <translation>列对较大的和给出偏小的值。</translation>
    </message>
    <message>
        <source>Thermal noise, comparator and supply move the charge before it is read.</source>
        <translation>热噪声、比较器和电源在读出前使电荷偏移。</translation>
    </message>
    <message>
        <source>Mismatch of the capacitors moves the charge before it is read.</source>
        <translation>电容失配在读出前使电荷偏移。</translation>
    </message>
    <message>
        <source>What lies below the ADC&apos;s range, noise below zero too, is read as its lowest code.</source>
        <translation>低于 ADC 量程的值（包括零以下的噪声）读作最低码。</translation>
    </message>
    <message>
        <source>What lies above the ADC&apos;s range is read as its highest code.</source>
        <translation>高于 ADC 量程的值读作最高码。</translation>
    </message>
    <message>
        <source>Sums that lie between two codes of the ADC are read as the nearer one.</source>
        <translation>落在 ADC 两个码之间的和读作较近的码。</translation>
    </message>
    <message>
        <source>ADC range calibrated</source>
        <translation>校准 ADC 量程</translation>
    </message>
    <message>
        <source>No error left</source>
        <translation>不再有误差</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1, same energy</source>
        <translation>%1，能量不变</translation>
    </message>
    <message>
        <source>%1, energy × %2</source>
        <translation>%1，能量 × %2</translation>
    </message>
    <message>
        <source>%1, at a high price: energy × %2</source>
        <translation>%1，代价很高：能量 × %2</translation>
    </message>
</context>
<context>
    <name>acim::ui::ChartLegend</name>
    <message>
        <source>Pinned curve %1</source>
        <translation>固定的曲线 %1</translation>
    </message>
    <message>
        <source>%1: pinned, of an earlier run</source>
        <translation>%1：已固定，来自先前的运行</translation>
    </message>
    <message>
        <source>Picked curve %1</source>
        <translation>选中的曲线 %1</translation>
    </message>
    <message>
        <source>%1: picked in the table of runs</source>
        <translation>%1：在运行表中选中</translation>
    </message>
</context>
<context>
    <name>acim::ui::ChartPanel</name>
    <message>
        <source>Bars</source>
        <translation>柱</translation>
    </message>
    <message>
        <source>Fit the axis to the curves, or show 0 to 100 % again</source>
        <translation>使坐标轴适应曲线，或恢复显示 0 到 100 %</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>将图表复制为图片</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy against the knob that is swept</source>
        <translation>准确率随所扫描参数的变化</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>权衡</translation>
    </message>
    <message>
        <source>Accuracy against energy per inference</source>
        <translation>准确率随每次推理能量的变化</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Energy by component, of points or of layers</source>
        <translation>各点或各层的能量构成</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>A bar for each point of the selected curve</source>
        <translation>所选曲线的每个点一根柱</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>A bar for each layer of the network at the selected point</source>
        <translation>所选点处网络的每层一根柱</translation>
    </message>
    <message>
        <source>Published chips</source>
        <translation>已发表芯片</translation>
    </message>
    <message>
        <source>What published chips would take for this network by their reported TOPS/W, macro only. Point at one for its source.</source>
        <translation>按已发表芯片报告的 TOPS/W，它们运行此网络所需的能量（仅宏）。指向某一芯片可查看来源。</translation>
    </message>
    <message>
        <source>ASiM, printed</source>
        <translation>ASiM，论文值</translation>
    </message>
    <message>
        <source>Values printed in %1 Its network was trained noise-aware.</source>
        <translation>数值刊于 %1 该网络经噪声感知训练。</translation>
    </message>
    <message numerus="yes">
        <source>95 % interval, %n images</source>
        <translation>
            <numerusform>95 % 区间，%n 张图像</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Filled: on the Pareto front. Whiskers: %1</source>
        <translation>实心：位于帕累托前沿。须线：%1</translation>
    </message>
    <message>
        <source>Bands: %1</source>
        <translation>色带：%1</translation>
    </message>
    <message>
        <source>Energies are estimates, good to a factor of %1 (one standard deviation). %2</source>
        <translation>能量为估计值，精度在 %1 倍以内（一个标准差）。%2</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>What the selected point takes for what, and the images it sees differently</source>
        <translation>所选点把什么认作什么，以及判断不同的图像</translation>
    </message>
    <message>
        <source>Another network than this one. %1</source>
        <translation>与此网络不同的网络。%1</translation>
    </message>
    <message>
        <source>Another network: ASiM&apos;s</source>
        <translation>其他网络：ASiM 的</translation>
    </message>
    <message>
        <source>Values printed for %1, trained noise-aware, in %2 Compare the shapes, not the digits.</source>
        <translation>%1（噪声感知训练）的论文值，见 %2 请比较曲线形状，而非具体数字。</translation>
    </message>
    <message>
        <source>The wheel zooms: with Ctrl along x alone, with Shift along y alone.
A drag marks the part to look at, a drag with Shift or the middle button moves it.
Keys: + and −, 0 for all, Shift with arrows.</source>
        <translation>滚轮缩放：按 Ctrl 只沿 x，按 Shift 只沿 y。
拖动框选要看的部分，按 Shift 拖动或用中键拖动可平移。
按键：+ 和 −，0 显示全部，Shift 加方向键平移。</translation>
    </message>
    <message>
        <source>Zoomed · Fit</source>
        <translation>局部 · 适配</translation>
    </message>
    <message>
        <source>Only a part is shown. Press to see all of the curves (double click in the chart)</source>
        <translation>只显示了一部分。按下可查看全部曲线（也可在图中双击）</translation>
    </message>
    <message>
        <source>Zoomed: fit to the curves</source>
        <translation>局部：适配到曲线</translation>
    </message>
    <message>
        <source>Printed at other settings: %1.</source>
        <translation>印刷时的设置不同：%1。</translation>
    </message>
    <message>
        <source>ASiM, other %1</source>
        <translation>ASiM，%1 不同</translation>
    </message>
    <message>
        <source>Another network: ASiM&apos;s, other %1</source>
        <translation>其他网络：ASiM 的，%1 不同</translation>
    </message>
</context>
<context>
    <name>acim::ui::ColumnPanel</name>
    <message>
        <source>The pair before</source>
        <translation>上一个位对</translation>
    </message>
    <message>
        <source>The next pair</source>
        <translation>下一个位对</translation>
    </message>
    <message>
        <source>Column view</source>
        <translation>列视图</translation>
    </message>
    <message>
        <source>Back to the charts</source>
        <translation>返回图表</translation>
    </message>
    <message>
        <source>Look at it large</source>
        <translation>放大查看</translation>
    </message>
    <message>
        <source>Hide the column view</source>
        <translation>隐藏列视图</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Which image of the set, from 0</source>
        <translation>图像集中的第几张，从 0 起</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Which head of a product of activations, from 0</source>
        <translation>激活乘积的第几个头，从 0 起</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Which output channel, from 0</source>
        <translation>第几个输出通道，从 0 起</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Which position of the output, from 0</source>
        <translation>输出的第几个位置，从 0 起</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Which piece of the sum: each has a conversion of its own</source>
        <translation>和的哪一段：每段各有一次转换</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Weight bit × activation cycle</source>
        <translation>权重位 × 激活周期</translation>
    </message>
</context>
<context>
    <name>acim::ui::ColumnView</name>
    <message>
        <source>%1 of %2 rows on</source>
        <translation>开启 %1 / %2 行</translation>
    </message>
    <message>
        <source>digital: exact, no conversion</source>
        <translation>数字：精确，无转换</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>码</translation>
    </message>
    <message>
        <source>Charge on the line, in codes</source>
        <translation>列线电荷，以码计</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>码 %1</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>读回</translation>
    </message>
    <message>
        <source>true %1</source>
        <translation>真值 %1</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>% of full scale</source>
        <translation>满量程的 %</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>code, of %1 votes</source>
        <translation>码，%1 次表决</translation>
    </message>
    <message>
        <source>code</source>
        <translation>码</translation>
    </message>
    <message>
        <source>computed digitally</source>
        <translation>数字计算</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>true sum</source>
        <translation>真实和</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>× −2%1, weight of</source>
        <translation>× −2%1，位权：</translation>
    </message>
    <message>
        <source>× 2%1, weight of</source>
        <translation>× 2%1，位权：</translation>
    </message>
    <message>
        <source>bits %1 × %2</source>
        <translation>位 %1 × %2</translation>
    </message>
    <message>
        <source>nothing lost in the output</source>
        <translation>输出中没有损失</translation>
    </message>
    <message>
        <source>= %1 in the output</source>
        <translation>= 输出中的 %1</translation>
    </message>
    <message>
        <source>Rows on</source>
        <translation>开启的行</translation>
    </message>
    <message>
        <source>Charge on the line</source>
        <translation>列线电荷</translation>
    </message>
    <message>
        <source>ADC</source>
        <translation>ADC</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>读回</translation>
    </message>
    <message>
        <source>%1 of %2 rows fire</source>
        <translation>%1 / %2 行激活</translation>
    </message>
    <message>
        <source>%1 of %2 rows unused, still loaded</source>
        <translation>%1 / %2 行未使用，但仍为负载</translation>
    </message>
    <message>
        <source>A digital pair: the sum is counted exactly, nothing is converted.</source>
        <translation>数字位对：精确计数求和，没有转换。</translation>
    </message>
    <message>
        <source>%1 bits, codes %2 to %3</source>
        <translation>%1 位，码 %2 至 %3</translation>
    </message>
    <message>
        <source>noise σ %1 LSB</source>
        <translation>噪声 σ %1 LSB</translation>
    </message>
    <message>
        <source>no noise</source>
        <translation>无噪声</translation>
    </message>
    <message>
        <source>One conversion</source>
        <translation>一次转换</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>尚无可显示内容</translation>
    </message>
    <message>
        <source>Weight bit %1, cycle %2</source>
        <translation>权重位 %1，周期 %2</translation>
    </message>
    <message>
        <source>%1: computed digitally, the exact sum %2</source>
        <translation>%1：数字计算，精确和 %2</translation>
    </message>
    <message>
        <source>%1: column sum %2, code %3, read back as %4, error %5</source>
        <translation>%1：列和 %2，码 %3，读回 %4，误差 %5</translation>
    </message>
    <message>
        <source>Left and right step through the pairs of weight bit and cycle</source>
        <translation>左右键逐个浏览权重位与周期的位对</translation>
    </message>
    <message>
        <source>Choose a layer that is on the array: one of its conversions is drawn here.</source>
        <translation>选择在阵列上的一层：此处绘出它的一次转换。</translation>
    </message>
    <message>
        <source>Running the network up to this layer …</source>
        <translation>正在运行网络至此层 …</translation>
    </message>
    <message>
        <source>largest sum %1 of %2</source>
        <translation>最大列和 %1 / %2</translation>
    </message>
    <message>
        <source>%1 clipped above</source>
        <translation>%1 在上端被截断</translation>
    </message>
    <message>
        <source>%1 clipped below</source>
        <translation>%1 在下端被截断</translation>
    </message>
    <message>
        <source>Column sums of this pair</source>
        <translation>该位对的列和</translation>
    </message>
    <message>
        <source>%1 counts</source>
        <translation>%1 计数</translation>
    </message>
    <message>
        <source>this one %1</source>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>%1. All conversions of this pair: %2</source>
        <translation>%1。该位对的全部转换：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n upper ADC bits empty</source>
        <translation>
            <numerusform>ADC 的 %n 个高位未用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::CommandBar</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>ACiM Explorer</source>
        <translation>ACiM Explorer</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单 (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save or copy what the chart shows</source>
        <translation>保存或复制图表内容</translation>
    </message>
    <message>
        <source>Light, dark or as the system</source>
        <translation>浅色、深色或跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Demo network</source>
        <translation>演示网络</translation>
    </message>
    <message>
        <source>Open TorchScript file…</source>
        <translation>打开 TorchScript 文件…</translation>
    </message>
    <message>
        <source>Open weights into</source>
        <translation>将权重载入</translation>
    </message>
    <message>
        <source>The network whose accuracy is measured</source>
        <translation>被测准确率的网络</translation>
    </message>
    <message>
        <source>Demo images</source>
        <translation>演示图像</translation>
    </message>
    <message>
        <source>%1 file or archive…</source>
        <translation>%1 文件或归档…</translation>
    </message>
    <message>
        <source>%1 folder…</source>
        <translation>%1 文件夹…</translation>
    </message>
    <message>
        <source>Images used</source>
        <translation>使用的图像</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The first %1</source>
        <translation>前 %1 张</translation>
    </message>
    <message>
        <source>The images it is measured on</source>
        <translation>用于测量的图像</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <source>TorchScript (*.pt *.ts)</source>
        <translation>TorchScript (*.pt *.ts)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Weights (*.pth *.th *.pt *.safetensors)</source>
        <translation>权重 (*.pth *.th *.pt *.safetensors)</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>The network whose accuracy is measured: %1</source>
        <translation>被测准确率的网络：%1</translation>
    </message>
    <message>
        <source>The images it is measured on: %1</source>
        <translation>用于测量的图像：%1</translation>
    </message>
    <message>
        <source>Get %1 (%2 MB)</source>
        <translation>获取 %1（%2 MB）</translation>
    </message>
    <message>
        <source>Photographs, a folder for each class…</source>
        <translation>照片，每类一个文件夹…</translation>
    </message>
    <message>
        <source>Photographs and a table of their labels…</source>
        <translation>照片及其标签表…</translation>
    </message>
    <message>
        <source>Open the folder of photographs</source>
        <translation>打开照片文件夹</translation>
    </message>
    <message>
        <source>Open the table of their labels</source>
        <translation>打开标签表</translation>
    </message>
    <message>
        <source>Table of file and class (*.csv)</source>
        <translation>文件与类别表 (*.csv)</translation>
    </message>
</context>
<context>
    <name>acim::ui::CompareDialog</name>
    <message>
        <source>Compare two runs</source>
        <translation>比较两次运行</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
    </message>
    <message>
        <source>None: the same settings.</source>
        <translation>无：设置相同。</translation>
    </message>
    <message>
        <source>Those of single layers.</source>
        <translation>单独各层的设置。</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1 times A&apos;s</source>
        <translation>A 的 %1 倍</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Accuracies and differences are of the %1 images that both were computed on (A has %2, B has %3). ± is the 95 % interval of the difference, paired image by image.</source>
        <translation>准确率和差值均基于两者都计算过的 %1 张图像（A 有 %2 张，B 有 %3 张）。± 是逐图像配对的差值的 95 % 区间。</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>B minus A, points</source>
        <translation>B 减 A，百分点</translation>
    </message>
    <message>
        <source>Energy of B</source>
        <translation>B 的能量</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>level</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>Decided after %1 images. The sweep was stopped; Run (F5) goes on with it.</source>
        <translation>经过 %1 张图像后已有定论。扫描已停止；运行（F5）可继续。</translation>
    </message>
    <message>
        <source>Decided after %1 images.</source>
        <translation>经过 %1 张图像后已有定论。</translation>
    </message>
    <message>
        <source>%1 of %2 differences are decided.</source>
        <translation>%2 个差值中已有 %1 个有定论。</translation>
    </message>
    <message>
        <source>No image has both answers.</source>
        <translation>没有图像同时具有两个答案。</translation>
    </message>
    <message>
        <source>Not on the same images: the differences have no paired interval.</source>
        <translation>图像不同：差值没有配对区间。</translation>
    </message>
    <message numerus="yes">
        <source>Decided is which is better, or that they are level (less than %n points apart), with 95 % confidence in all rows together, however often one looks.</source>
        <translation>
            <numerusform>“有定论”是指：哪条更好，或者两者持平（相差不到 %n 个百分点）；所有行合在一起的置信度为 95 %，无论查看多少次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the whole sweep when every difference is decided</source>
        <translation>所有差值都有定论时停止整个扫描</translation>
    </message>
</context>
<context>
    <name>acim::ui::ComparedCurves</name>
    <message>
        <source>Accuracy, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>Both curves</source>
        <translation>两条曲线</translation>
    </message>
    <message>
        <source>The accuracies of the table below, A and B one over the other.</source>
        <translation>下表中的准确率，A 与 B 叠放显示。</translation>
    </message>
</context>
<context>
    <name>acim::ui::ConfusionDesk</name>
    <message>
        <source>the baseline, %1</source>
        <translation>基准 %1</translation>
    </message>
    <message>
        <source>The answers of each image are shown when the sweep has ended. Stop shows those so far.</source>
        <translation>扫描结束后显示每幅图像的回答。按“停止”可显示目前的结果。</translation>
    </message>
    <message>
        <source>the most accurate point, %1</source>
        <translation>精度最高的点，%1</translation>
    </message>
</context>
<context>
    <name>acim::ui::ConfusionMap</name>
    <message>
        <source>Confusion matrix: what is shown against what is said</source>
        <translation>混淆矩阵：实际类别与预测类别</translation>
    </message>
    <message>
        <source>%1 seen as such</source>
        <translation>%1 识别正确</translation>
    </message>
    <message>
        <source>%1 taken for %2</source>
        <translation>%1 被认作 %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 images, %4</source>
        <translation>%1：%3 张图像中的 %2 张，%4</translation>
    </message>
    <message>
        <source>No answers yet: run a sweep, and choose one of its points in a chart or the table of runs.</source>
        <translation>尚无结果：请运行扫描，并在图表或运行表中选择一个点。</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1 of a label&apos;s images</source>
        <translation>%1（占该标签的图像）</translation>
    </message>
</context>
<context>
    <name>acim::ui::ConfusionPanel</name>
    <message>
        <source>Flipped images</source>
        <translation>判断改变的图像</translation>
    </message>
    <message>
        <source>Choose another point, or set a baseline in the table of runs to compare with.</source>
        <translation>请选择另一个点，或在运行表中设置用于比较的基准。</translation>
    </message>
    <message>
        <source>None: every image is seen as by %1.</source>
        <translation>没有：所有图像的判断都与 %1 相同。</translation>
    </message>
    <message>
        <source>%1 of %2 against %3: %4 lost, %5 won.</source>
        <translation>与 %3 相比，%2 张中有 %1 张不同：丢失 %4，新增正确 %5。</translation>
    </message>
    <message>
        <source>Shown: %1 seen as %2.</source>
        <translation>所示：%1 被看作 %2。</translation>
    </message>
    <message>
        <source>Images that the selected point sees differently than the point it is compared with.</source>
        <translation>所选点与参照点看法不同的图像。</translation>
    </message>
</context>
<context>
    <name>acim::ui::EnergyChart</name>
    <message>
        <source>Energy by component</source>
        <translation>能量构成</translation>
    </message>
    <message>
        <source>%1, digital</source>
        <translation>%1，数字</translation>
    </message>
    <message>
        <source>%1: %2, %3 TOPS/W</source>
        <translation>%1：%2，%3 TOPS/W</translation>
    </message>
    <message>
        <source>µJ per inference</source>
        <translation>µJ / 推理</translation>
    </message>
    <message>
        <source>No energy for these settings: %1.</source>
        <translation>当前设置没有能量数据：%1。</translation>
    </message>
    <message>
        <source>Layers at %1</source>
        <translation>%1 时的各层</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>能效</translation>
    </message>
    <message>
        <source>%1 TOPS/W</source>
        <translation>%1 TOPS/W</translation>
    </message>
    <message>
        <source>Macro alone</source>
        <translation>仅宏</translation>
    </message>
    <message>
        <source>All-digital, exact</source>
        <translation>全数字，精确</translation>
    </message>
    <message>
        <source>%1, × %2</source>
        <translation>%1, × %2</translation>
    </message>
</context>
<context>
    <name>acim::ui::ExportDialog</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>权衡</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Lines; text as outlines, the same on every machine</source>
        <translation>矢量；文字转为轮廓，各处显示一致</translation>
    </message>
    <message>
        <source>Lines; fonts embedded</source>
        <translation>矢量；嵌入字体</translation>
    </message>
    <message>
        <source>The data, with settings and provenance</source>
        <translation>数据，含设置与来源</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 device pixels for each pixel</source>
        <translation>每像素 %1 个设备像素</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>For dark slides</source>
        <translation>用于深色幻灯片</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>One column, 88 mm</source>
        <translation>单栏，88 mm</translation>
    </message>
    <message>
        <source>Two columns, 180 mm</source>
        <translation>双栏，180 mm</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>A pixel is 1/96 inch.</source>
        <translation>一个像素为 1/96 英寸。</translation>
    </message>
    <message>
        <source>A row for each point: accuracy with its interval, energy, every knob. Numbers as in C.</source>
        <translation>每个点一行：准确率及其区间、能量、所有参数。数字采用 C 格式。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>The chart could not be saved</source>
        <translation>无法保存图表</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Escape); what was saved stays</source>
        <translation>关闭（Esc）；已保存的文件保留</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>A row for each label, a column for each class it was taken for. Numbers as in C.</source>
        <translation>每个标签一行，每个被识别成的类别一列。数字采用 C 格式。</translation>
    </message>
    <message>
        <source>As the light window</source>
        <translation>与浅色窗口相同</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>For print: black on white, stronger lines, told apart without colour</source>
        <translation>用于印刷：白底黑字，线条更粗，无需颜色也可区分</translation>
    </message>
</context>
<context>
    <name>acim::ui::FetchStrip</name>
    <message>
        <source>Fetching images</source>
        <translation>正在获取图像</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close; what is there is kept for later</source>
        <translation>关闭；已有的部分会保留</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%1 / %2 MB</translation>
    </message>
    <message>
        <source>, %1 MB/s</source>
        <translation>，%1 MB/s</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>，剩余 %1</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>正在获取 %1</translation>
    </message>
    <message>
        <source>%1 is not here yet</source>
        <translation>%1 尚未就绪</translation>
    </message>
    <message>
        <source>Stopped at %1; it goes on from there.</source>
        <translation>停在 %1；将从这里继续。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>acim::ui::FinishNotice</name>
    <message>
        <source>The sweep is finished</source>
        <translation>扫描已完成</translation>
    </message>
    <message>
        <source>Accuracy against %1, after %2</source>
        <translation>准确率对%1，用时 %2</translation>
    </message>
</context>
<context>
    <name>acim::ui::FirstRun</name>
    <message>
        <source>This sweep cannot run</source>
        <translation>此扫描无法运行</translation>
    </message>
</context>
<context>
    <name>acim::ui::FlippedModel</name>
    <message>
        <source>Image %1 shows %2; the baseline says %3, this point %4.</source>
        <translation>图像 %1 是 %2；基准判断为 %3，此点判断为 %4。</translation>
    </message>
    <message>
        <source>%1 Lost.</source>
        <translation>%1 丢失。</translation>
    </message>
    <message>
        <source>%1 Won.</source>
        <translation>%1 新增正确。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>There</source>
        <translation>参照</translation>
    </message>
</context>
<context>
    <name>acim::ui::FolderExport</name>
    <message>
        <source>The folder could not be saved</source>
        <translation>无法保存文件夹</translation>
    </message>
</context>
<context>
    <name>acim::ui::ImageFetch</name>
    <message>
        <source>Look at the connection and try again: what is there is kept. Or fetch the file by a browser and open it under Images.</source>
        <translation>请检查网络连接后重试：已下载的部分会保留。也可以用浏览器下载该文件，再从“图像”中打开。</translation>
    </message>
    <message>
        <source>%1 could not be fetched</source>
        <translation>无法获取 %1</translation>
    </message>
    <message>
        <source>Try again, or fetch the file by a browser and open it under Images.</source>
        <translation>请重试，或用浏览器下载该文件，再从“图像”中打开。</translation>
    </message>
    <message>
        <source>Look at this machine&apos;s clock and certificates. Some networks ask for a log-in first: open a page in a browser.</source>
        <translation>请检查本机的时钟和证书。有些网络要求先登录：请在浏览器中打开一个网页。</translation>
    </message>
    <message>
        <source>It may have moved: look for the file with a browser and open it under Images.</source>
        <translation>文件可能已移走：请用浏览器查找该文件，再从“图像”中打开。</translation>
    </message>
    <message>
        <source>The trouble is the server&apos;s: try again later. What is there is kept.</source>
        <translation>问题在服务器：请稍后重试。已下载的部分会保留。</translation>
    </message>
    <message>
        <source>It was not opened. Try again; if it stays so, the file has changed on the server or on its way.</source>
        <translation>文件未被打开。请重试；如果仍然如此，则文件在服务器上或传输途中已改变。</translation>
    </message>
    <message>
        <source>Move that file away and try again, or open it under Images if it is the right one.</source>
        <translation>请移走该文件后重试；如果它就是所需文件，请从“图像”中打开。</translation>
    </message>
    <message>
        <source>Make room on that disk and try again: what is there is kept.</source>
        <translation>请在该磁盘上腾出空间后重试：已下载的部分会保留。</translation>
    </message>
    <message>
        <source>Let that folder be written and try again.</source>
        <translation>请使该文件夹可写后重试。</translation>
    </message>
</context>
<context>
    <name>acim::ui::KnobRow</name>
    <message>
        <source>Reset to %1</source>
        <translation>重置为 %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>%1, swept</source>
        <translation>%1，扫描中</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1，滑块</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>family</source>
        <translation>曲线族</translation>
    </message>
    <message>
        <source>Swept: change the values below the chart</source>
        <translation>扫描中：请在图表下方更改数值</translation>
    </message>
</context>
<context>
    <name>acim::ui::LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerDelegate</name>
    <message>
        <source>digital</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>%1 own</source>
        <translation>%1 项自有</translation>
    </message>
    <message>
        <source>cannot run</source>
        <translation>无法运行</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerDocks</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Column view</source>
        <translation>列视图</translation>
    </message>
    <message>
        <source>Bits map</source>
        <translation>位图</translation>
    </message>
    <message>
        <source>%1, which has settings of its own</source>
        <translation>%1（有自有设置）</translation>
    </message>
    <message>
        <source>change of levels of %1</source>
        <translation>更改 %1 的级数</translation>
    </message>
    <message>
        <source>At the knobs as they stand</source>
        <translation>按当前参数的设置</translation>
    </message>
    <message>
        <source>At the selected point: %1</source>
        <translation>在所选的点：%1</translation>
    </message>
    <message>
        <source>voting of %1</source>
        <translation>%1 的表决</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerEditor</name>
    <message>
        <source>Take all own settings of these layers away</source>
        <translation>清除这些层的所有自有设置</translation>
    </message>
    <message>
        <source>Reset these layers</source>
        <translation>重置这些层</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>阵列</translation>
    </message>
    <message>
        <source>Put these layers on the array</source>
        <translation>将这些层放到阵列上</translation>
    </message>
    <message>
        <source>Digital</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Make these layers digital: exact integers</source>
        <translation>将这些层设为数字：精确整数</translation>
    </message>
    <message>
        <source>Set a knob for these layers</source>
        <translation>为这些层设置参数</translation>
    </message>
    <message>
        <source>Set a knob for these layers…</source>
        <translation>为这些层设置参数…</translation>
    </message>
    <message>
        <source>As everywhere: %1.</source>
        <translation>与别处相同：%1。</translation>
    </message>
    <message>
        <source>Own value; %1 elsewhere.</source>
        <translation>自有值；别处为 %1。</translation>
    </message>
    <message>
        <source>These layers differ; shown is the first. %1 elsewhere.</source>
        <translation>这些层取值不同；显示的是第一层。别处为 %1。</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayerKnobs</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>change of %1 for %2</source>
        <translation>更改 %2 的 %1</translation>
    </message>
    <message>
        <source>reset of %1 for %2</source>
        <translation>重置 %2 的 %1</translation>
    </message>
    <message>
        <source>reset of %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>%1 made digital</source>
        <translation>%1 设为数字</translation>
    </message>
    <message>
        <source>%1 put on the array</source>
        <translation>%1 放到阵列上</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayersModel</name>
    <message>
        <source>Convolutions, linear layers and products of activations, in the order in which the network calls them. Everything else runs in floating point.</source>
        <translation>卷积层、线性层和激活乘积，按网络调用的顺序排列。其余均以浮点计算。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Inputs × outputs, kernel</source>
        <translation>输入 × 输出，卷积核</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Multiplications with addition, for one image</source>
        <translation>一张图像的乘加次数</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Rows that the longest conversion sums</source>
        <translation>最长一次转换累加的行数</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Signal to noise of the layer&apos;s outputs on the array</source>
        <translation>该层在阵列上输出的信噪比</translation>
    </message>
    <message>
        <source>CSNR, dB</source>
        <translation>CSNR，dB</translation>
    </message>
    <message>
        <source>Share of the energy of an image</source>
        <translation>占单张图像能量的比例</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Exact integers: nothing is on the array in this mode.</source>
        <translation>精确整数：此模式下没有任何层在阵列上。</translation>
    </message>
    <message>
        <source>Floating point: nothing is simulated in this mode.</source>
        <translation>浮点：此模式下不做仿真。</translation>
    </message>
    <message>
        <source>Stays digital: set so for this layer.</source>
        <translation>保持数字：已为此层设定。</translation>
    </message>
    <message>
        <source>Stays digital: the first convolution, few inputs with all of the image&apos;s detail.</source>
        <translation>保持数字：第一个卷积层，输入少却含图像全部细节。</translation>
    </message>
    <message>
        <source>On the array: set so for this layer.</source>
        <translation>在阵列上：已为此层设定。</translation>
    </message>
    <message>
        <source>On the array: a product of two activations; the cells are written anew for every image.</source>
        <translation>在阵列上：两个激活的乘积；每张图像都要重写单元。</translation>
    </message>
    <message>
        <source>On the array.</source>
        <translation>在阵列上。</translation>
    </message>
    <message>
        <source>Conversions for an output, weight bit and cycle: %1, of up to %2 of %3 rows</source>
        <translation>每个输出、权重位和周期的转换次数：%1，每次至多 %2 行（共 %3 行）</translation>
    </message>
    <message>
        <source>%1, %2 of an image&apos;s energy</source>
        <translation>%1，占单张图像能量的 %2</translation>
    </message>
    <message>
        <source>Own settings: %1</source>
        <translation>自有设置：%1</translation>
    </message>
    <message>
        <source>It loses more than the next one of the ranking.</source>
        <translation>损失多于排名中的下一层。</translation>
    </message>
    <message>
        <source>Level with the next one of the ranking, within a point.</source>
        <translation>与排名中的下一层相当，相差不到一个百分点。</translation>
    </message>
    <message>
        <source>Not yet told apart from the next one of the ranking.</source>
        <translation>尚未与排名中的下一层区分开。</translation>
    </message>
    <message>
        <source>The last one of the ranking.</source>
        <translation>排名中的最后一层。</translation>
    </message>
    <message>
        <source>Place by accuracy lost; ? where layers are not told apart yet</source>
        <translation>按精度损失的名次；? 表示各层尚未区分开</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Energy of an image that changing this layer alone saves</source>
        <translation>仅更改此层时每幅图像节省的能量</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Accuracy lost when this layer alone is changed, percentage points, with its 95 % interval</source>
        <translation>仅更改此层时损失的精度（百分点）及其 95 % 区间</translation>
    </message>
    <message>
        <source>Lost, points</source>
        <translation>损失，百分点</translation>
    </message>
    <message>
        <source>%1 alone: %2 points of accuracy lost (95 %: %3 … %4), on %5 images</source>
        <translation>仅 %1：损失精度 %2 个百分点（95 %：%3 … %4），共 %5 幅图像</translation>
    </message>
    <message>
        <source>%1 images are right without it alone, %2 with it alone.</source>
        <translation>%1 幅图像仅在不更改时正确，%2 幅仅在更改时正确。</translation>
    </message>
    <message>
        <source>The label&apos;s output falls by %1 against the best other one.</source>
        <translation>正确类别的输出相对最佳的其他类别下降 %1。</translation>
    </message>
    <message>
        <source>Rank %1.</source>
        <translation>第 %1 名。</translation>
    </message>
    <message>
        <source>Not yet told apart from the one before it.</source>
        <translation>尚未与前一层区分开。</translation>
    </message>
    <message>
        <source>It saves %1 of an image&apos;s energy.</source>
        <translation>节省每幅图像能量的 %1。</translation>
    </message>
    <message>
        <source>Found at other settings than these.</source>
        <translation>在与当前不同的设置下得到。</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Signal to noise is expected, on the safe side where an ADC is coarse: nothing ran at these settings.</source>
        <translation>信噪比为预期值，ADC 较粗时偏保守：此设置下尚未运行。</translation>
    </message>
</context>
<context>
    <name>acim::ui::LayersPanel</name>
    <message>
        <source>Layers of the network</source>
        <translation>网络的层</translation>
    </message>
    <message>
        <source>Select by pattern, such as layer1.*</source>
        <translation>按模式选择，如 layer1.*</translation>
    </message>
    <message>
        <source>Select layers by pattern</source>
        <translation>按模式选择层</translation>
    </message>
    <message>
        <source>Selects the layers whose whole name matches: * stands for any text, ? for one character</source>
        <translation>选择全名匹配的层：* 代表任意文本，? 代表一个字符</translation>
    </message>
    <message>
        <source>Remove settings that name no layer here</source>
        <translation>移除不对应任何层的设置</translation>
    </message>
    <message>
        <source>No layers yet.
Open a network above: what it computes is listed here.</source>
        <translation>尚无层。
请在上方打开网络：其计算内容将列于此处。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Hide the layers</source>
        <translation>隐藏层面板</translation>
    </message>
    <message>
        <source>Layers of the network. Select some, by Shift and Ctrl or by a pattern, to give them settings of their own.</source>
        <translation>网络的层。用 Shift、Ctrl 或模式选择若干层，为其单独设置。</translation>
    </message>
    <message>
        <source>no such layer</source>
        <translation>没有这样的层</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>removal of settings of other layers</source>
        <translation>移除其他层的设置</translation>
    </message>
    <message>
        <source>%1 analog, %2 digital</source>
        <translation>%1 模拟，%2 数字</translation>
    </message>
    <message>
        <source>Select layers to set knobs of their own.</source>
        <translation>选择层，为其单独设置参数。</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers as</source>
        <translation>层显示为</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>The layers of the network</source>
        <translation>网络的各层</translation>
    </message>
    <message>
        <source>Bits map</source>
        <translation>位图</translation>
    </message>
    <message>
        <source>Weight bits against activation bits of the chosen layer</source>
        <translation>所选层的权重位对激活位</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>What accuracy a change of each layer alone costs</source>
        <translation>单独更改每一层所损失的精度</translation>
    </message>
</context>
<context>
    <name>acim::ui::LegendEntry</name>
    <message>
        <source>Curve %1</source>
        <translation>曲线 %1</translation>
    </message>
    <message>
        <source>Checked: shown. Press to hide or show the curve.</source>
        <translation>勾选：显示。按下可隐藏或显示曲线。</translation>
    </message>
    <message>
        <source>Hide or show this curve</source>
        <translation>隐藏或显示此曲线</translation>
    </message>
    <message>
        <source>Checked: shown. Press to show or hide it.</source>
        <translation>勾选：显示。按下可显示或隐藏。</translation>
    </message>
</context>
<context>
    <name>acim::ui::LessonDesk</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>acim::ui::LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Choose a lesson</source>
        <translation>选择课程</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>关闭课程</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一课</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Set, then run</source>
        <translation>先设置，再运行</translation>
    </message>
    <message>
        <source>Answer from your chart</source>
        <translation>从图中作答</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的答案</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) cannot be read.</source>
        <translation>
            <numerusform>另有 %n 个文件无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>family</source>
        <translation>曲线族</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 张图像</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Sets the knobs and the sweep of this lesson on the demo network, and runs it</source>
        <translation>在演示网络上设置本课的参数与扫描并运行</translation>
    </message>
    <message>
        <source>What you saw</source>
        <translation>你看到的</translation>
    </message>
    <message>
        <source>What the paper found</source>
        <translation>论文的结果</translation>
    </message>
    <message>
        <source>Run the lesson: your numbers appear here.</source>
        <translation>运行本课：你的数值将显示在此。</translation>
    </message>
    <message>
        <source>Yours: the demo network. The paper&apos;s: %1. Compare the shapes, not the digits.</source>
        <translation>你的：演示网络。论文的：%1。请比较曲线形状，而非具体数字。</translation>
    </message>
    <message>
        <source>That is no number</source>
        <translation>这不是数字</translation>
    </message>
    <message>
        <source>Type what you read from your chart.</source>
        <translation>请输入你从图中读出的值。</translation>
    </message>
    <message>
        <source>Run first</source>
        <translation>请先运行</translation>
    </message>
    <message>
        <source>Your answer is checked against your own run. Press Run above and wait for the curves.</source>
        <translation>答案将与你自己的运行核对。请按上方的“运行”并等待曲线出现。</translation>
    </message>
    <message>
        <source>The run is not finished</source>
        <translation>运行尚未完成</translation>
    </message>
    <message>
        <source>Check again when all images are through.</source>
        <translation>待所有图像算完后再检查。</translation>
    </message>
    <message>
        <source>Your run does not say</source>
        <translation>你的运行给不出答案</translation>
    </message>
    <message>
        <source>No curve of it does what is asked.</source>
        <translation>其中没有曲线出现所问的情况。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Your run says %1.</source>
        <translation>你的运行结果为 %1。</translation>
    </message>
    <message>
        <source>Point at the markers of the chart to read their values, and try again.</source>
        <translation>指向图中的标记读取数值，然后再试。</translation>
    </message>
    <message>
        <source>Answer first: your numbers and the paper&apos;s appear here then.</source>
        <translation>请先作答：随后你的数值与论文的数值将显示在此。</translation>
    </message>
    <message>
        <source>Not right: your run says something else</source>
        <translation>不对：您的运行给出的不同</translation>
    </message>
    <message>
        <source>Not right: your run says %1</source>
        <translation>不对：您的运行给出 %1</translation>
    </message>
    <message>
        <source>Find the place in the chart.</source>
        <translation>请在图中找到该处。</translation>
    </message>
</context>
<context>
    <name>acim::ui::LossList</name>
    <message>
        <source>Layers by signal to noise, the worst first</source>
        <translation>按信噪比排列的层，最差在前</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
</context>
<context>
    <name>acim::ui::MacroForm</name>
    <message>
        <source>No knob of that name.</source>
        <translation>没有此名称的参数。</translation>
    </message>
    <message>
        <source>Macro: the knobs</source>
        <translation>宏：参数</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>宏</translation>
    </message>
    <message>
        <source>Reset all knobs</source>
        <translation>重置所有参数</translation>
    </message>
    <message>
        <source>Find a knob</source>
        <translation>查找参数</translation>
    </message>
    <message>
        <source>Find a knob by name, key or meaning (Ctrl+K)</source>
        <translation>按名称、键或含义查找参数 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>%1 组</translation>
    </message>
    <message>
        <source>Open; press to fold</source>
        <translation>已展开；按下可折叠</translation>
    </message>
    <message>
        <source>Folded; press to open</source>
        <translation>已折叠；按下可展开</translation>
    </message>
    <message numerus="yes">
        <source>%n in this lesson</source>
        <translation>
            <numerusform>本课 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The chart shows the last good result.</source>
        <translation>图表显示上一次有效的结果。</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 项已改</numerusform>
        </translation>
    </message>
    <message>
        <source>swept</source>
        <translation>扫描中</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1 stands in the way of a run.</source>
        <translation>%1 使运行无法进行。</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
</context>
<context>
    <name>acim::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
</context>
<context>
    <name>acim::ui::MainWindow</name>
    <message>
        <source>Save data as CSV</source>
        <translation>将数据存为 CSV</translation>
    </message>
    <message>
        <source>accuracy.csv</source>
        <translation>accuracy.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The data could not be saved</source>
        <translation>无法保存数据</translation>
    </message>
    <message>
        <source>Save study</source>
        <translation>保存研究</translation>
    </message>
    <message>
        <source>study.acim</source>
        <translation>study.acim</translation>
    </message>
    <message>
        <source>Study (*.acim)</source>
        <translation>研究 (*.acim)</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>宏</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Language from the next start on: %1</source>
        <translation>下次启动起使用的语言：%1</translation>
    </message>
    <message>
        <source>Loading network and images</source>
        <translation>正在加载网络与图像</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Reading the network and the images, then calibrating on the first of them.</source>
        <translation>正在读取网络和图像，随后用前若干张图像校准。</translation>
    </message>
    <message>
        <source>No curve yet</source>
        <translation>尚无曲线</translation>
    </message>
    <message>
        <source>Choose a knob for x below and press Run. The first points appear within two seconds.</source>
        <translation>在下方为 x 选择参数并按“运行”。两秒内出现第一批点。</translation>
    </message>
    <message>
        <source>What was open stays open.</source>
        <translation>已打开的内容保持不变。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>ACiM Explorer</source>
        <translation>ACiM Explorer</translation>
    </message>
    <message>
        <source>Accuracy against %1, ACiM Explorer</source>
        <translation>准确率随 %1 变化，ACiM Explorer</translation>
    </message>
    <message>
        <source>settings of a run</source>
        <translation>某次运行的设置</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>打开研究</translation>
    </message>
    <message>
        <source>Study (*.acim);;All files (*)</source>
        <translation>研究 (*.acim);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is nothing that can be opened</source>
        <translation>无法打开 %1：类型不支持</translation>
    </message>
    <message>
        <source>Drop a study (.acim), a network (.pt, .pth, .safetensors), or a folder or archive of images.</source>
        <translation>请拖入研究 (.acim)、网络 (.pt、.pth、.safetensors)，或图像文件夹或归档。</translation>
    </message>
    <message>
        <source>Parts in this place</source>
        <translation>此处的各部分</translation>
    </message>
    <message>
        <source>Nothing is open yet</source>
        <translation>尚未打开任何内容</translation>
    </message>
    <message>
        <source>Open a network and the images that it was trained for, or begin with the demo that comes with the program.</source>
        <translation>打开一个网络及其训练所用的图像，或从程序自带的演示开始。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Open a network…</source>
        <translation>打开网络…</translation>
    </message>
    <message>
        <source>Open a study…</source>
        <translation>打开研究…</translation>
    </message>
    <message>
        <source>There is no command for this sweep</source>
        <translation>此扫描没有对应的命令</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Export study as folder</source>
        <translation>将研究导出为文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>study</source>
        <translation>study</translation>
    </message>
    <message>
        <source>The curve is of other settings: Run (F5)</source>
        <translation>曲线对应其他设置：运行 (F5)</translation>
    </message>
    <message>
        <source>The folder could not be saved</source>
        <translation>无法保存文件夹</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Study exported</source>
        <translation>研究已导出</translation>
    </message>
    <message>
        <source>%1; README.txt says what is in it.</source>
        <translation>%1；README.txt 说明其中内容。</translation>
    </message>
    <message>
        <source>The curve is finished, and is of these settings</source>
        <translation>曲线已完成，且对应当前设置</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose images…</source>
        <translation>选择图像…</translation>
    </message>
    <message>
        <source>The comparison is decided</source>
        <translation>比较已有定论</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The first %1 images of each point decide it; the sweep was stopped.</source>
        <translation>每个点的前 %1 张图像已可定论；扫描已停止。</translation>
    </message>
    <message>
        <source>The knobs stand elsewhere now</source>
        <translation>旋钮的设置已改变</translation>
    </message>
    <message>
        <source>Undo brings them back. Run begins another sweep.</source>
        <translation>撤销可恢复设置。运行则开始另一次扫描。</translation>
    </message>
</context>
<context>
    <name>acim::ui::NoiseTable</name>
    <message>
        <source>Stays fixed</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Random noise in other units</source>
        <translation>其他单位的随机噪声</translation>
    </message>
    <message>
        <source>Type it in mV, LSB, dB or chance of a wrong code; choose which one stays fixed</source>
        <translation>以 mV、LSB、dB 或错码概率输入；选择保持不变的量</translation>
    </message>
    <message>
        <source>Open; press to fold</source>
        <translation>已展开；按下折叠</translation>
    </message>
    <message>
        <source>Folded; press to open</source>
        <translation>已折叠；按下展开</translation>
    </message>
    <message>
        <source>% of full scale</source>
        <translation>满量程的 %</translation>
    </message>
    <message>
        <source>Standard deviation over the column&apos;s full scale: the knob itself</source>
        <translation>标准差与列满量程之比：即该调节项本身</translation>
    </message>
    <message>
        <source>mV on the line</source>
        <translation>线上 mV</translation>
    </message>
    <message>
        <source>Full scale is attenuation times supply voltage</source>
        <translation>满量程为衰减乘以电源电压</translation>
    </message>
    <message>
        <source>LSB rms</source>
        <translation>LSB rms</translation>
    </message>
    <message>
        <source>Steps of the ADC: they shrink with its bits and its range</source>
        <translation>ADC 的步长：随其位数和量程变小</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>Full scale over noise, 20 log10</source>
        <translation>满量程与噪声之比，20 log10</translation>
    </message>
    <message>
        <source>Wrong codes, %</source>
        <translation>错码，%</translation>
    </message>
    <message>
        <source>Chance that a sum that lies on a code is read as another one</source>
        <translation>恰在某码上的和被读成另一码的概率</translation>
    </message>
    <message>
        <source>Random noise, %1</source>
        <translation>随机噪声，%1</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>The percentage stays: what happens to steps and millivolts follows</source>
        <translation>百分比不变：步长和毫伏随之变化</translation>
    </message>
    <message>
        <source>mV</source>
        <translation>mV</translation>
    </message>
    <message>
        <source>Millivolts stay when supply voltage or attenuation change</source>
        <translation>电源电压或衰减变化时毫伏不变</translation>
    </message>
    <message>
        <source>LSB</source>
        <translation>LSB</translation>
    </message>
    <message>
        <source>Steps of the ADC stay when its bits or its range change</source>
        <translation>ADC 位数或量程变化时 LSB 不变</translation>
    </message>
    <message>
        <source>No noise</source>
        <translation>无噪声</translation>
    </message>
    <message>
        <source>LSB held</source>
        <translation>LSB（固定）</translation>
    </message>
    <message>
        <source>mV held</source>
        <translation>mV（固定）</translation>
    </message>
    <message>
        <source>Follows from comparator, capacitors and reference: the noise source is physical.</source>
        <translation>由比较器、电容和参考源决定：噪声来源为物理。</translation>
    </message>
    <message>
        <source>ADC bits and range rewrite the percentage, at the points of a sweep too.</source>
        <translation>ADC 位数和量程会改写百分比，扫描的各点也一样。</translation>
    </message>
    <message>
        <source>Supply voltage and attenuation rewrite the percentage, at the points of a sweep too.</source>
        <translation>电源电压和衰减会改写百分比，扫描的各点也一样。</translation>
    </message>
    <message>
        <source>More ADC bits make finer steps, so that the same noise is more of them. Rows change none of these.</source>
        <translation>ADC 位数越多步长越细，同样的噪声占更多步长。行数不影响这些量。</translation>
    </message>
    <message>
        <source>Type a number, such as %1</source>
        <translation>请输入数字，例如 %1</translation>
    </message>
    <message>
        <source>A chance is 0 or more, and less than 100 %</source>
        <translation>概率须不小于 0 且小于 100 %</translation>
    </message>
    <message>
        <source>Noise is from 0 to 100 % of full scale</source>
        <translation>噪声为满量程的 0 到 100 %</translation>
    </message>
    <message>
        <source>What stays fixed would be more than 100 % of full scale here: the noise is cut to that, and comes back whole. A sweep over such points is refused.</source>
        <translation>保持不变的量在此处将超过满量程的 100 %：噪声被截到该值，之后会完整恢复。包含此类点的扫描会被拒绝。</translation>
    </message>
    <message>
        <source>Layers with settings of their own get the same percentage, unless they have their own noise.</source>
        <translation>有自己设置的层使用同一百分比，除非它们有自己的噪声。</translation>
    </message>
</context>
<context>
    <name>acim::ui::NormalisationStrip</name>
    <message>
        <source>Its file does not say. Choose what it was trained with, or type mean and standard deviation of red, green and blue, of pixels from 0 to 1.</source>
        <translation>其文件未说明。请选择训练时所用的，或输入红、绿、蓝的均值与标准差（像素取 0 至 1）。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the network with this normalisation</source>
        <translation>以此归一化打开网络</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Normalisation of the images</source>
        <translation>图像的归一化</translation>
    </message>
    <message>
        <source>How were the images of %1 normalised?</source>
        <translation>%1 的图像是如何归一化的？</translation>
    </message>
    <message>
        <source>Three numbers each, such as 0.485, 0.456, 0.406; standard deviations are above 0.</source>
        <translation>各三个数，如 0.485, 0.456, 0.406；标准差须大于 0。</translation>
    </message>
</context>
<context>
    <name>acim::ui::Parameters</name>
    <message>
        <source>reset of all knobs</source>
        <translation>重置所有参数</translation>
    </message>
    <message>
        <source>settings of a run</source>
        <translation>某次运行的设置</translation>
    </message>
    <message>
        <source>settings of layers</source>
        <translation>层的设置</translation>
    </message>
    <message>
        <source>change of what is computed</source>
        <translation>更改计算内容</translation>
    </message>
</context>
<context>
    <name>acim::ui::PresetDesk</name>
    <message>
        <source>Why: %1.</source>
        <translation>原因：%1。</translation>
    </message>
    <message>
        <source>Its energy stands among the published chips of the trade-off chart.</source>
        <translation>其能量列于权衡图的已发表芯片中。</translation>
    </message>
    <message>
        <source>%1 cannot be simulated</source>
        <translation>无法仿真 %1</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>预设 %1</translation>
    </message>
    <message>
        <source>Knobs as %1 has them</source>
        <translation>参数与 %1 一致</translation>
    </message>
    <message>
        <source>settings of %1</source>
        <translation>%1 的设置</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>The knobs stay as they are.</source>
        <translation>参数保持不变。</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>设置已保存</translation>
    </message>
    <message>
        <source>%1; acim run --settings takes it, too.</source>
        <translation>%1；acim run --settings 也可使用。</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <translation>无法保存设置</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Settings (*.json);;All files (*)</source>
        <translation>设置 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>保存设置</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>设置 (*.json)</translation>
    </message>
    <message>
        <source>settings.json</source>
        <translation>settings.json</translation>
    </message>
    <message>
        <source>%1 simulates no array</source>
        <translation>%1 不模拟阵列</translation>
    </message>
    <message>
        <source>It asks for exact integers (mode quantised): the knobs of the array change nothing.</source>
        <translation>它要求精确整数（quantised 模式）：阵列的参数不起作用。</translation>
    </message>
    <message>
        <source>It asks for floating point (mode float): the knobs change nothing.</source>
        <translation>它要求浮点（float 模式）：参数不起作用。</translation>
    </message>
</context>
<context>
    <name>acim::ui::PresetPicker</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Energy only</source>
        <translation>仅能量</translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation>打开设置…</translation>
    </message>
    <message>
        <source>Save settings…</source>
        <translation>保存设置…</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 nm</translation>
    </message>
    <message>
        <source>Cannot be simulated: %1</source>
        <translation>无法仿真：%1</translation>
    </message>
    <message>
        <source>No preset</source>
        <translation>无预设</translation>
    </message>
    <message>
        <source>Take the knobs of a published macro, or of a file</source>
        <translation>采用已发表宏或文件中的参数</translation>
    </message>
</context>
<context>
    <name>acim::ui::PreviewDesk</name>
    <message>
        <source>Live preview</source>
        <translation>实时预览</translation>
    </message>
    <message>
        <source>Estimate and measure the point where the knobs stand, as they move</source>
        <translation>在参数变化时估计并测量其所在的点</translation>
    </message>
</context>
<context>
    <name>acim::ui::PreviewStrip</name>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>At these settings</source>
        <translation>当前设置下</translation>
    </message>
    <message>
        <source>Accuracy, % (95 %)</source>
        <translation>准确率，%（95 %）</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>CSNR</source>
        <translation>CSNR</translation>
    </message>
    <message>
        <source>Measured on the first images while the knobs rest</source>
        <translation>参数不变时在前若干张图像上测得</translation>
    </message>
    <message>
        <source>Of the sweep, which holds this point</source>
        <translation>取自包含该点的扫描</translation>
    </message>
    <message>
        <source>Goes on when the sweep has ended</source>
        <translation>扫描结束后继续</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>每次推理能量</translation>
    </message>
    <message>
        <source>No layer is on the array</source>
        <translation>没有任何层在阵列上</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Measured on the layers&apos; outputs, all images of the sweep: their mean share of noise. Least: %1, %2.</source>
        <translation>在各层输出上测得（扫描的全部图像）：平均噪声占比。最低：%1，%2。</translation>
    </message>
    <message>
        <source>Expected of the layers&apos; outputs before anything runs, on the safe side where an ADC is coarse: their mean share of noise. Least: %1, %2.</source>
        <translation>运行之前对各层输出的预期，ADC 较粗时偏保守：平均噪声占比。最低：%1，%2。</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::ProgressBar</name>
    <message>
        <source>Progress %1</source>
        <translation>进度 %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::RunBlockers</name>
    <message>
        <source>The sweep cannot start</source>
        <translation>扫描无法开始</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
</context>
<context>
    <name>acim::ui::RunsModel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
    </message>
    <message>
        <source>Accuracy, % (95 %)</source>
        <translation>准确率，% (95 %)</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>One point</source>
        <translation>一个点</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>choice of the baseline</source>
        <translation>选择基准</translation>
    </message>
    <message>
        <source>name of a run</source>
        <translation>运行的名称</translation>
    </message>
    <message>
        <source>note of a run</source>
        <translation>运行的备注</translation>
    </message>
    <message>
        <source>pin of a run</source>
        <translation>固定运行</translation>
    </message>
    <message>
        <source>unpinning of a run</source>
        <translation>取消固定运行</translation>
    </message>
    <message>
        <source>colour of a run</source>
        <translation>运行的颜色</translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n runs</source>
        <translation>
            <numerusform>删除 %n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Energy, µJ</source>
        <translation>能量，µJ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Where they are shown</source>
        <translation>显示位置</translation>
    </message>
    <message>
        <source>replacement of a run by one with more points</source>
        <translation>用点数更多的运行替换原运行</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>于 %1</translation>
    </message>
    <message>
        <source>At the selected place of each sweep</source>
        <translation>于各扫描的所选位置</translation>
    </message>
    <message>
        <source>At the last point of each sweep</source>
        <translation>于各扫描的最后一点</translation>
    </message>
    <message>
        <source>digital</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>on the array</source>
        <translation>在阵列上</translation>
    </message>
</context>
<context>
    <name>acim::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>No runs yet. Every curve that is computed stays here, with its settings.</source>
        <translation>尚无运行。每条算出的曲线连同其设置都会留在这里。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Every curve computed or opened. Enter takes a run&apos;s settings, F2 names it, the menu key has more.</source>
        <translation>所有算出或打开的曲线。回车采用其设置，F2 命名，菜单键有更多操作。</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keep the curve in the chart</source>
        <translation>将曲线保留在图中</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the run a name</source>
        <translation>为运行命名</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Write a note beside the run</source>
        <translation>在运行旁写备注</translation>
    </message>
    <message>
        <source>Own colour</source>
        <translation>自有颜色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>锈红</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>紫红</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>青灰</translation>
    </message>
    <message>
        <source>Set as baseline</source>
        <translation>设为基准</translation>
    </message>
    <message>
        <source>Compare the settings of all runs and knobs with this run&apos;s</source>
        <translation>将所有运行和参数与此次运行的设置比较</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>比较两个</translation>
    </message>
    <message>
        <source>Settings and curves of two runs, side by side</source>
        <translation>并排显示两次运行的设置与曲线</translation>
    </message>
    <message>
        <source>Take its settings</source>
        <translation>采用其设置</translation>
    </message>
    <message>
        <source>Set knobs and axes as this run had them (Enter)</source>
        <translation>将参数和坐标轴设为此次运行的样子（回车）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the picked runs</source>
        <translation>删除所选运行</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n runs.</source>
        <translation>
            <numerusform>已删除 %n 次运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Baseline no more</source>
        <translation>不再作为基准</translation>
    </message>
    <message>
        <source>Colour, line and marker of the picked runs</source>
        <translation>所选运行的颜色、线型与标记</translation>
    </message>
    <message>
        <source>The point whose accuracy and energy the rows show. Select another one in a chart.</source>
        <translation>各行所示准确率与能量对应的点。可在图中选择其他点。</translation>
    </message>
</context>
<context>
    <name>acim::ui::SensitivityStrip</name>
    <message>
        <source>Changes to try</source>
        <translation>要尝试的更改</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>What is done to one layer at a time</source>
        <translation>每次对一层所做的更改</translation>
    </message>
    <message>
        <source>Change that the table shows</source>
        <translation>表中显示的更改</translation>
    </message>
    <message>
        <source>These results are of other settings, another network or other images than those now</source>
        <translation>这些结果来自与当前不同的设置、网络或图像</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>开始分析</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop; what is computed stays</source>
        <translation>停止；已计算的结果会保留</translation>
    </message>
    <message>
        <source>Change each layer in turn and rank the layers by the accuracy lost (F7)</source>
        <translation>逐层更改，并按精度损失对各层排序（F7）</translation>
    </message>
    <message>
        <source>sensitivity of the layers</source>
        <translation>各层灵敏度</translation>
    </message>
    <message>
        <source>%1 of %2 ranks decided</source>
        <translation>%2 个名次中已确定 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for the sweep, then goes on</source>
        <translation>等待扫描结束后继续</translation>
    </message>
    <message>
        <source>First images…</source>
        <translation>首批图像……</translation>
    </message>
    <message>
        <source>%1; at most %2 left</source>
        <translation>%1；最多还需 %2</translation>
    </message>
    <message>
        <source>All ranks decided after %1</source>
        <translation>%1后所有名次已确定</translation>
    </message>
    <message>
        <source>%1; all %2 are used</source>
        <translation>%1；已用完全部%2</translation>
    </message>
    <message>
        <source>%1, stopped after %2</source>
        <translation>%1，在%2后停止</translation>
    </message>
    <message>
        <source>Changes one layer at a time and ranks the layers by the accuracy that costs. Ends by itself when the ranks are decided.</source>
        <translation>每次更改一层，并按由此损失的精度对各层排序。名次确定后自动结束。</translation>
    </message>
</context>
<context>
    <name>acim::ui::SensitivityStudy</name>
    <message>
        <source>Digital</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>On the array</source>
        <translation>在阵列上</translation>
    </message>
</context>
<context>
    <name>acim::ui::ShortcutDialog</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>在图表中</translation>
    </message>
    <message>
        <source>Select another point</source>
        <translation>选择其他点</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>On a knob</source>
        <translation>在参数上</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>Ten steps</source>
        <translation>十步</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up、Page Down</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Closer, wider</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>+, −, wheel</source>
        <translation>+、−、滚轮</translation>
    </message>
    <message>
        <source>Closer along x, along y</source>
        <translation>沿 x、沿 y 放大</translation>
    </message>
    <message>
        <source>Ctrl+wheel, Shift+wheel</source>
        <translation>Ctrl+滚轮、Shift+滚轮</translation>
    </message>
    <message>
        <source>Look at a part</source>
        <translation>查看一部分</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Move the part</source>
        <translation>平移该部分</translation>
    </message>
    <message>
        <source>Shift+arrow keys, Shift+drag, middle drag</source>
        <translation>Shift+方向键、Shift+拖动、中键拖动</translation>
    </message>
    <message>
        <source>Fit to the curves</source>
        <translation>适配到曲线</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>In the bits map</source>
        <translation>在位图中</translation>
    </message>
    <message>
        <source>Another pair of bits</source>
        <translation>另一对位</translation>
    </message>
    <message>
        <source>Hybrid up to this pair</source>
        <translation>混合到这一对</translation>
    </message>
    <message>
        <source>Voting down to this pair</source>
        <translation>表决到这一对</translation>
    </message>
    <message>
        <source>In the column view</source>
        <translation>在列视图中</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>Read a printed value or a published chip</source>
        <translation>读取印出的数值或已发表的芯片</translation>
    </message>
</context>
<context>
    <name>acim::ui::StatusStrip</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>未打开任何内容</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 images × %n points</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; / %2 张图像 × %n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped, results kept</source>
        <translation>已停止，结果保留</translation>
    </message>
    <message>
        <source>stopped early, results kept</source>
        <translation>提前停止，结果保留</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>time left not known yet</source>
        <translation>剩余时间未知</translation>
    </message>
</context>
<context>
    <name>acim::ui::StudyController</name>
    <message>
        <source>%1 on %2 could not be opened</source>
        <translation>无法在 %2 上打开 %1</translation>
    </message>
    <message>
        <source>This sweep cannot run</source>
        <translation>此扫描无法运行</translation>
    </message>
    <message>
        <source>Calibrating the ADC&apos;s range, %1 of %2 points</source>
        <translation>正在校准 ADC 量程，%1 / %2 个点</translation>
    </message>
    <message>
        <source>The ADC&apos;s range could not be calibrated</source>
        <translation>无法校准 ADC 量程</translation>
    </message>
    <message>
        <source>The run stopped early</source>
        <translation>运行提前停止</translation>
    </message>
    <message>
        <source>The study could not be saved</source>
        <translation>无法保存研究</translation>
    </message>
    <message>
        <source>The run goes on, but is not saved as it goes</source>
        <translation>运行继续，但不再边算边存</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>无法打开 %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::StudyFiles</name>
    <message>
        <source>%1 of %2 images of %3 points</source>
        <translation>%3 个点的 %1 / %2 张图像</translation>
    </message>
    <message>
        <source>Unsaved work is not kept</source>
        <translation>未保存的工作不会保留</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>What was open stays open.</source>
        <translation>已打开的内容保持不变。</translation>
    </message>
    <message>
        <source>Its newest run is not complete</source>
        <translation>其最新一次运行不完整</translation>
    </message>
    <message>
        <source>It holds %1.</source>
        <translation>其中包含 %1。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>What was not saved</source>
        <translation>未保存的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n runs were not saved.</source>
        <translation>
            <numerusform>有 %n 次运行未保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>Continue where you stopped?</source>
        <translation>从上次停止处继续？</translation>
    </message>
    <message>
        <source>Start fresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The study could not be saved</source>
        <translation>无法保存研究</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept against a crash</source>
        <translation>无法为防崩溃保留未保存的工作</translation>
    </message>
    <message>
        <source>A ranking of the layers was not saved.</source>
        <translation>各层的排名尚未保存。</translation>
    </message>
    <message>
        <source>Settings were changed and not saved.</source>
        <translation>设置已更改但未保存。</translation>
    </message>
    <message>
        <source>What was not saved is kept, and offered at the next start.</source>
        <translation>未保存的内容已保留，下次启动时会再次提供。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Another study is shown</source>
        <translation>当前显示的是另一项研究</translation>
    </message>
    <message>
        <source>Its file was saved since</source>
        <translation>其文件之后已被保存</translation>
    </message>
    <message>
        <source>It goes on with another run now. Take the settings of this one from the table and press Run.</source>
        <translation>该文件现在继续的是另一次运行。请从表格中取用这次运行的设置，然后点击运行。</translation>
    </message>
</context>
<context>
    <name>acim::ui::SweepBar</name>
    <message>
        <source>x from</source>
        <translation>x 起始</translation>
    </message>
    <message>
        <source>x to</source>
        <translation>x 终止</translation>
    </message>
    <message>
        <source>x step</source>
        <translation>x 步长</translation>
    </message>
    <message>
        <source>Values of x, separated by commas</source>
        <translation>x 的值，以逗号分隔</translation>
    </message>
    <message>
        <source>Values of x</source>
        <translation>x 的值</translation>
    </message>
    <message>
        <source>Values of the family, separated by commas</source>
        <translation>曲线族的值，以逗号分隔</translation>
    </message>
    <message>
        <source>Values of the family</source>
        <translation>曲线族的值</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Type the values of x as a list, or as from, to, step</source>
        <translation>以列表或以起始、终止、步长输入 x 的值</translation>
    </message>
    <message>
        <source>Values of x as a list</source>
        <translation>以列表输入 x 的值</translation>
    </message>
    <message>
        <source>Add points to the curve; the results of its points are kept</source>
        <translation>向曲线添加点；已有点的结果保留</translation>
    </message>
    <message>
        <source>Add points</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>family</source>
        <translation>曲线族</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Knob along x</source>
        <translation>x 轴参数</translation>
    </message>
    <message>
        <source>The knob whose values make the x axis</source>
        <translation>其取值构成 x 轴的参数</translation>
    </message>
    <message>
        <source>Knob of the family</source>
        <translation>曲线族参数</translation>
    </message>
    <message>
        <source>A second knob: one curve for each of its values</source>
        <translation>第二个参数：每个取值一条曲线</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Calibrated range</source>
        <translation>校准量程</translation>
    </message>
    <message>
        <source>%1 (chips)</source>
        <translation>%1（芯片）</translation>
    </message>
    <message>
        <source>x and family are the same knob: choose another for one of them.</source>
        <translation>x 与曲线族是同一参数：请为其中之一另选参数。</translation>
    </message>
</context>
<context>
    <name>acim::ui::TradeoffChart</name>
    <message>
        <source>Trade-off chart: accuracy against energy per inference</source>
        <translation>权衡图：准确率随每次推理能量的变化</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>Energy per inference, µJ (log)</source>
        <translation>每次推理能量，µJ（对数）</translation>
    </message>
    <message>
        <source>%1: %2, %3 per inference</source>
        <translation>%1：%2，每次推理 %3</translation>
    </message>
    <message>
        <source>%1, on the Pareto front</source>
        <translation>%1，位于帕累托前沿</translation>
    </message>
    <message>
        <source>Energy for this network</source>
        <translation>此网络的能量</translation>
    </message>
    <message>
        <source>Reported, single bits</source>
        <translation>报告值，按单比特计</translation>
    </message>
    <message>
        <source>%1 TOPS/W</source>
        <translation>%1 TOPS/W</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 nm</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>每次推理能量</translation>
    </message>
    <message>
        <source>Band of energy</source>
        <translation>能量范围</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>能效</translation>
    </message>
    <message>
        <source>On the Pareto front</source>
        <translation>位于帕累托前沿</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Click selects this point</source>
        <translation>单击选中此点</translation>
    </message>
    <message>
        <source>Arrow keys move the selection</source>
        <translation>方向键移动选择</translation>
    </message>
    <message>
        <source>No energy for these settings: %1.</source>
        <translation>当前设置没有能量数据：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n points have no energy</source>
        <translation>
            <numerusform>%n 个点没有能量数据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points lie below %1 %</source>
        <translation>
            <numerusform>%n 个点低于 %1 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published chips lie outside the energy axis</source>
        <translation>
            <numerusform>%n 个已发表芯片超出能量轴范围</numerusform>
        </translation>
    </message>
    <message>
        <source>Published chips: energy only</source>
        <translation>已发表的芯片：仅能耗</translation>
    </message>
    <message>
        <source>%1. Its figures are from %2. The macro alone, at this network&apos;s operations and bits; its accuracy on this network is not known.</source>
        <translation>%1。其数据来自%2。仅宏本身，按此网络的运算量与位宽；它在此网络上的精度未知。</translation>
    </message>
</context>
<context>
    <name>acim::ui::TrialRow</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>试用 %1</translation>
    </message>
    <message>
        <source>Set it; Undo takes it back</source>
        <translation>设置；可撤销</translation>
    </message>
</context>
<context>
    <name>acim::ui::ValuesButton</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acim::ui::ViewTabs</name>
    <message>
        <source>View %1</source>
        <translation>视图 %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::WhyDock</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>trial of %1</source>
        <translation>试用 %1</translation>
    </message>
</context>
<context>
    <name>acim::ui::WhyPanel</name>
    <message>
        <source>What is turned</source>
        <translation>调节的对象</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Hide why</source>
        <translation>隐藏原因</translation>
    </message>
    <message>
        <source>Layers by signal to noise, worst first</source>
        <translation>按信噪比排列的层，最差在前</translation>
    </message>
    <message>
        <source>Signal to noise of a layer&apos;s outputs (CSNR): variance of the exact integer products over the mean squared error of the array. 6 dB are a bit. The bar is the root of error over signal.</source>
        <translation>层输出的信噪比 (CSNR)：精确整数乘积的方差与阵列均方误差之比。6 dB 相当于一位。条形为误差与信号之比的平方根。</translation>
    </message>
    <message>
        <source>Show it in the bits map</source>
        <translation>在位图中显示</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Turn the knob for the whole network</source>
        <translation>为整个网络调节</translation>
    </message>
    <message>
        <source>This layer</source>
        <translation>此层</translation>
    </message>
    <message>
        <source>Turn it for the chosen layer alone</source>
        <translation>仅为所选层调节</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>如何改善</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>值得注意</translation>
    </message>
    <message>
        <source>Nothing to explain yet.
Open a network above.</source>
        <translation>尚无可解释的内容。
请在上方打开一个网络。</translation>
    </message>
    <message>
        <source>Nothing to explain: this mode has no array, so that no column adds an error. Choose simulated.</source>
        <translation>无可解释：此模式没有阵列，任何列都不产生误差。请选择模拟模式。</translation>
    </message>
    <message>
        <source>Nothing to explain: every layer stays digital, and is exact. Put one on the array in the Layers view.</source>
        <translation>无可解释：所有层均为数字且精确。请在“层”视图中将某层放到阵列上。</translation>
    </message>
    <message>
        <source>These settings cannot be explained.
%1</source>
        <translation>无法解释这些设置。
%1</translation>
    </message>
    <message>
        <source>Looking into every layer, on the first images…</source>
        <translation>正在用前几张图像检查每一层…</translation>
    </message>
    <message>
        <source>looking, %1</source>
        <translation>检查中，%1</translation>
    </message>
    <message>
        <source>%1 loses most: its signal to noise is %2 dB. %3 makes %4 of its error.</source>
        <translation>%1 损失最大：信噪比为 %2 dB。%3占其误差的 %4。</translation>
    </message>
    <message numerus="yes">
        <source>On the first %n images</source>
        <translation>
            <numerusform>前 %n 张图像</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with the knobs as they stand.</source>
        <translation>%1，按当前设置。</translation>
    </message>
    <message>
        <source>%1, at %2.</source>
        <translation>%1，在 %2 处。</translation>
    </message>
    <message>
        <source>What the error of %1 is made of</source>
        <translation>%1 的误差组成</translation>
    </message>
    <message>
        <source>Each cause&apos;s share of the mean squared error of the outputs, against the product of real numbers. Shares add up to 100 %; one is negative where a cause undoes others.</source>
        <translation>各原因在输出均方误差（相对于实数乘积）中所占份额。份额之和为 100 %；若某原因抵消其他原因则为负。</translation>
    </message>
    <message>
        <source>The array makes none of it: its outputs are the exact integer products. What is left is the rounding and clipping to integers.</source>
        <translation>阵列没有贡献误差：其输出即精确的整数乘积。剩余的是取整与截断。</translation>
    </message>
    <message>
        <source>Worst pair of bits: weight bit %1 with activation bit %2 makes %3 of the array&apos;s error.</source>
        <translation>最差位对：权重位 %1 与激活位 %2 占阵列误差的 %3。</translation>
    </message>
    <message>
        <source>Worst pair of bits: weight bit %1 with cycle %2 makes %3 of the array&apos;s error.</source>
        <translation>最差位对：权重位 %1 与周期 %2 占阵列误差的 %3。</translation>
    </message>
    <message>
        <source>Signal to noise gained, mean of the layers, and the macro&apos;s energy.</source>
        <translation>信噪比增益（各层平均）及宏的能量。</translation>
    </message>
    <message>
        <source>Signal to noise gained in %1, and its energy in the macro.</source>
        <translation>%1 的信噪比增益及其在宏中的能量。</translation>
    </message>
    <message>
        <source>Turning each knob once…</source>
        <translation>正在逐一调节…</translation>
    </message>
    <message>
        <source>%1 has no error to lose.</source>
        <translation>%1 没有误差。</translation>
    </message>
    <message>
        <source>No single knob helps here.</source>
        <translation>没有单个调节项有帮助。</translation>
    </message>
    <message>
        <source>%1 Signal to noise on all that ran.</source>
        <translation>%1 信噪比取自已运行的全部图像。</translation>
    </message>
    <message>
        <source>Without the array the integers alone have %1, float has %2: more weight or activation bits win that back, nothing below does.</source>
        <translation>即使没有阵列，仅整数运算为 %1，浮点为 %2：增加权重或激活位数可以挽回，下列措施均不能。</translation>
    </message>
    <message>
        <source>No error: the array equals the quantised network. What that lacks against float, the bits of weights and activations cost.</source>
        <translation>无误差：阵列与量化网络一致。与浮点相比所差的，来自权重与激活的位数。</translation>
    </message>
</context>
</TS>
