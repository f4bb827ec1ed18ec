//! Words that invented procedures are made of: the fields of administration, what is done in each, and to what.

/// A field of administration.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    /// The agency of a province; communes have one for all fields.
    pub(crate) agency: &'static str,
    pub(crate) acts: &'static [&'static str],
    pub(crate) things: &'static [&'static str],
}

const fn field(
    name: &'static str,
    agency: &'static str,
    acts: &'static [&'static str],
    things: &'static [&'static str],
) -> Field {
    Field { name, agency, acts, things }
}

pub(crate) const FIELDS: &[Field] = &[
    field(
        "Hộ tịch",
        "Sở Tư pháp",
        &["Đăng ký", "Đăng ký lại", "Trích lục", "Cải chính", "Ghi chú", "Liên thông"],
        &[
            "khai sinh",
            "kết hôn",
            "khai tử",
            "giám hộ",
            "nhận cha mẹ con",
            "ly hôn đã giải quyết ở nước ngoài",
            "tình trạng hôn nhân",
        ],
    ),
    field(
        "Chứng thực",
        "Sở Tư pháp",
        &["Chứng thực", "Sửa lỗi trong", "Hủy bỏ", "Sao lục"],
        &[
            "bản sao bằng cấp",
            "chữ ký người dịch",
            "hợp đồng mua bán xe máy",
            "di chúc",
            "giấy ủy quyền",
            "văn bản chia thừa kế",
        ],
    ),
    field(
        "Cư trú",
        "Công an tỉnh",
        &["Đăng ký", "Xóa", "Gia hạn", "Khai báo", "Xác nhận"],
        &["thường trú", "tạm trú", "lưu trú", "tạm vắng", "tách hộ", "chỗ ở hợp pháp", "nhân khẩu ở trọ"],
    ),
    field(
        "Căn cước",
        "Công an tỉnh",
        &["Cấp", "Cấp đổi", "Cấp lại", "Cập nhật", "Khóa"],
        &[
            "thẻ căn cước cho trẻ em",
            "thẻ căn cước",
            "giấy chứng nhận căn cước",
            "tài khoản định danh điện tử",
            "số định danh cá nhân",
        ],
    ),
    field(
        "Xuất nhập cảnh",
        "Công an tỉnh",
        &["Cấp", "Gia hạn", "Trình báo mất", "Khôi phục", "Hủy"],
        &[
            "hộ chiếu phổ thông",
            "giấy thông hành biên giới",
            "thị thực",
            "thẻ tạm trú người nước ngoài",
            "thẻ thường trú",
        ],
    ),
    field(
        "Đăng ký xe",
        "Công an tỉnh",
        &["Đăng ký", "Sang tên", "Thu hồi biển số", "Đổi màu sơn", "Đấu giá biển số"],
        &["ô tô con", "xe mô tô", "xe gắn máy điện", "rơ moóc", "xe tải cải tạo", "máy kéo nông nghiệp"],
    ),
    field(
        "Đất đai",
        "Sở Nông nghiệp và Môi trường",
        &[
            "Đăng ký biến động",
            "Cấp đổi sổ",
            "Đính chính",
            "Giao",
            "Chuyển mục đích sử dụng",
            "Tách thửa",
            "Gia hạn thuê",
        ],
        &[
            "đất ở nông thôn",
            "đất vườn ao",
            "đất trồng lúa",
            "đất rừng sản xuất",
            "đất nghĩa trang",
            "quyền sử dụng đất thừa kế",
            "đất cơ sở tôn giáo",
        ],
    ),
    field(
        "Môi trường",
        "Sở Nông nghiệp và Môi trường",
        &["Thẩm định", "Cấp giấy phép", "Điều chỉnh", "Kiểm tra vận hành thử"],
        &[
            "xả thải làng nghề",
            "chất thải nguy hại",
            "khí thải lò đốt",
            "đánh giá tác động môi trường",
            "phục hồi mỏ đá",
            "nhập khẩu phế liệu nhựa",
        ],
    ),
    field(
        "Tài nguyên nước",
        "Sở Nông nghiệp và Môi trường",
        &["Cấp phép", "Gia hạn", "Trả lại giấy phép", "Tính tiền cấp quyền"],
        &["khoan giếng", "khai thác nước mặt", "hồ chứa thủy lợi", "nước khoáng nóng", "lấn sông"],
    ),
    field(
        "Hộ kinh doanh",
        "Sở Tài chính",
        &["Đăng ký", "Thay đổi", "Tạm ngừng", "Chấm dứt", "Cấp lại chứng nhận"],
        &[
            "quán cà phê",
            "cửa hàng tạp hóa",
            "tiệm cắt tóc",
            "xưởng mộc",
            "nhà trọ",
            "quán ăn vỉa hè",
            "bán hàng trên mạng",
        ],
    ),
    field(
        "Doanh nghiệp",
        "Sở Tài chính",
        &["Thành lập", "Giải thể", "Sáp nhập", "Tăng vốn điều lệ", "Đổi người đại diện"],
        &[
            "công ty cổ phần",
            "công ty một thành viên",
            "công ty hợp danh",
            "văn phòng đại diện",
            "chi nhánh",
            "liên hiệp hợp tác xã",
            "quỹ tín dụng nhân dân",
        ],
    ),
    field(
        "Thuế",
        "Thuế tỉnh",
        &["Khai", "Hoàn", "Miễn giảm", "Quyết toán", "Gia hạn nộp", "Tra soát"],
        &[
            "thuế thu nhập cá nhân",
            "thuế giá trị gia tăng",
            "lệ phí trước bạ",
            "thuế tài nguyên cát sỏi",
            "thuế chuyển nhượng nhà",
            "người phụ thuộc",
        ],
    ),
    field(
        "Bảo trợ xã hội",
        "Sở Y tế",
        &["Hỗ trợ", "Thôi hưởng", "Điều chỉnh", "Xét duyệt", "Tiếp nhận"],
        &[
            "trợ cấp người khuyết tật",
            "trợ cấp hưu trí xã hội",
            "mai táng phí",
            "hộ nghèo",
            "trẻ mồ côi",
            "người cao tuổi neo đơn",
            "nạn nhân bạo lực gia đình",
        ],
    ),
    field(
        "Người có công",
        "Sở Nội vụ",
        &["Công nhận", "Di chuyển hồ sơ", "Hưởng lại", "Cấp đổi", "Điều dưỡng"],
        &[
            "thương binh",
            "thân nhân liệt sĩ",
            "bệnh binh",
            "thanh niên xung phong",
            "người nhiễm chất độc da cam",
            "mộ liệt sĩ",
        ],
    ),
    field(
        "Việc làm",
        "Sở Nội vụ",
        &["Hưởng", "Tạm dừng", "Cấp phép", "Vay vốn", "Khai báo"],
        &[
            "trợ cấp thất nghiệp",
            "lao động nước ngoài",
            "xuất khẩu lao động",
            "dạy nghề sơ cấp",
            "thang máy và nồi hơi",
            "làm thêm giờ",
        ],
    ),
    field(
        "Bảo hiểm xã hội",
        "Bảo hiểm xã hội tỉnh",
        &["Giải quyết", "Đóng bù", "Gộp sổ", "Chuyển nơi hưởng", "Cấp lại"],
        &["thai sản", "ốm đau dài ngày", "lương hưu", "tuất một lần", "thẻ bảo hiểm y tế", "tai nạn lao động"],
    ),
    field(
        "Giáo dục",
        "Sở Giáo dục và Đào tạo",
        &["Thành lập", "Chuyển trường", "Tuyển sinh", "Công nhận", "Đình chỉ", "Miễn học phí"],
        &[
            "nhóm trẻ độc lập",
            "trường tiểu học",
            "trường trung học phổ thông",
            "lớp xóa mù chữ",
            "trung tâm ngoại ngữ",
            "học sinh khuyết tật",
            "phổ cập giáo dục",
        ],
    ),
    field(
        "Khám chữa bệnh",
        "Sở Y tế",
        &["Cấp mới", "Gia hạn", "Bổ sung phạm vi", "Thu hồi", "Công bố"],
        &[
            "phòng khám nha khoa",
            "hành nghề điều dưỡng",
            "nhà hộ sinh",
            "cơ sở tiêm chủng",
            "lương y gia truyền",
            "xe cấp cứu",
        ],
    ),
    field(
        "Dược và mỹ phẩm",
        "Sở Y tế",
        &["Cấp", "Đánh giá", "Điều chỉnh", "Cho phép hủy"],
        &["quầy thuốc", "thuốc gây nghiện", "dược liệu tươi", "mỹ phẩm thủ công", "chứng chỉ hành nghề dược"],
    ),
    field(
        "An toàn thực phẩm",
        "Sở Công Thương",
        &["Chứng nhận", "Kiểm nghiệm", "Tự công bố", "Xác nhận quảng cáo"],
        &[
            "bếp ăn trường học",
            "nước mắm truyền thống",
            "bánh kẹo",
            "rượu nếp",
            "thịt gia cầm đông lạnh",
            "sữa cho trẻ sơ sinh",
        ],
    ),
    field(
        "Xây dựng",
        "Sở Xây dựng",
        &["Cấp phép", "Sửa chữa", "Tháo dỡ", "Nghiệm thu", "Thẩm định thiết kế", "Di dời"],
        &[
            "nhà ở riêng lẻ",
            "nhà cấp bốn",
            "biển quảng cáo tấm lớn",
            "trạm phát sóng",
            "tường rào",
            "chung cư mini",
            "đền chùa miếu",
        ],
    ),
    field(
        "Đường bộ",
        "Sở Xây dựng",
        &["Đổi", "Cấp lại", "Chấp thuận", "Gia hạn", "Công bố"],
        &["giấy phép lái xe", "phù hiệu xe khách", "bến xe", "đấu nối quốc lộ", "xe tập lái", "xe quá khổ quá tải"],
    ),
    field(
        "Thủy sản",
        "Sở Nông nghiệp và Môi trường",
        &["Cấp", "Xóa", "Xác nhận nguồn gốc", "Đăng kiểm", "Hỗ trợ"],
        &[
            "tàu cá",
            "lồng bè nuôi tôm hùm",
            "cảng cá",
            "khai thác ngao",
            "máy giám sát hành trình",
            "giống thủy sản bố mẹ",
        ],
    ),
    field(
        "Trồng trọt và chăn nuôi",
        "Sở Nông nghiệp và Môi trường",
        &["Cấp", "Kê khai", "Công nhận", "Kiểm dịch", "Tiêu hủy"],
        &[
            "mã số vùng trồng sầu riêng",
            "đàn lợn",
            "buôn bán phân bón",
            "thuốc bảo vệ thực vật",
            "ong mật",
            "giống lúa lai",
            "chó mèo nuôi",
        ],
    ),
    field(
        "Văn hóa và du lịch",
        "Sở Văn hóa, Thể thao và Du lịch",
        &["Cấp phép", "Thông báo", "Xếp hạng", "Thu hồi", "Ghi danh"],
        &[
            "biểu diễn nghệ thuật",
            "lễ hội đình làng",
            "karaoke",
            "hướng dẫn viên",
            "nhà nghỉ",
            "di tích kiến trúc",
            "phòng tập thể hình",
        ],
    ),
    field(
        "Tôn giáo và hội",
        "Sở Nội vụ",
        &["Đăng ký", "Đổi tên", "Phê duyệt điều lệ", "Chấp thuận", "Thông báo"],
        &["sinh hoạt tôn giáo", "hội đồng hương", "quỹ từ thiện", "chức sắc", "lớp giáo lý", "câu lạc bộ dưỡng sinh"],
    ),
];

/// Circumstances that make one procedure several.
pub(crate) const CASES: &[&str] = &[
    "",
    "có yếu tố nước ngoài",
    "lưu động",
    "tại khu vực biên giới",
    "theo thủ tục rút gọn",
    "cho hộ cận nghèo",
    "trong khu công nghiệp",
    "khi bị mất hoặc hư hỏng",
    "do thay đổi địa giới",
    "qua bưu chính công ích",
    "cho đồng bào dân tộc thiểu số",
    "lần đầu",
    "vùng hải đảo",
    "khi người yêu cầu đã chết",
    "trước ngày luật mới có hiệu lực",
    "theo bản án của tòa",
];

pub(crate) const PROVINCES: &[&str] = &[
    "An Giang",
    "Bắc Ninh",
    "Cà Mau",
    "Cao Bằng",
    "Cần Thơ",
    "Đà Nẵng",
    "Đắk Lắk",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Gia Lai",
    "Hà Nội",
    "Hà Tĩnh",
    "Hải Phòng",
    "Huế",
    "Hưng Yên",
    "Khánh Hòa",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Nghệ An",
    "Ninh Bình",
    "Phú Thọ",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Sơn La",
    "Tây Ninh",
    "Thái Nguyên",
    "Thanh Hóa",
    "Tuyên Quang",
    "Vĩnh Long",
];

/// Beginnings and ends of syllables; names of places are drawn from all of them, as the rare words of real texts are.
pub(crate) const ONSETS: &[&str] =
    &["B", "Ch", "D", "Đ", "H", "Kh", "L", "M", "N", "Ng", "Nh", "Ph", "R", "S", "T", "Th", "Tr", "V", "X"];
pub(crate) const RIMES: &[&str] = &[
    "a", "à", "ai", "ái", "am", "ám", "an", "án", "ang", "áng", "anh", "ảnh", "ao", "ạch", "ăn", "ằm", "ăng", "ấm",
    "ân", "âu", "ẫu", "ê", "ên", "ệt", "inh", "iên", "iệp", "iếu", "o", "oan", "oài", "ong", "óc", "ô", "ôi", "ồn",
    "ông", "ốc", "ơ", "ơi", "ơn", "ợp", "u", "uân", "uyên", "uyết", "ung", "úc", "uôi", "uồng", "ư", "ưng", "ươi",
    "ường", "ước", "ượt",
];

/// Beginnings and ends of names of products.
pub(crate) const BRAND_STARTS: &[&str] = &[
    "Agri", "Bio", "Carba", "Delta", "Feni", "Glypho", "Hexa", "Imida", "Lambda", "Meta", "Nano", "Oxy", "Para", "Tebu",
];
pub(crate) const BRAND_ENDS: &[&str] =
    &["bendin", "cid", "fen", "lin", "max", "metrin", "nazol", "plus", "rol", "sate", "thrin", "zim"];

/// Sentences of the steps. `{act}` is the procedure, `{place}` who takes it, `{field}` the field, `{n}` a number,
/// `{name}` a place, `{law}` the number of a decree, `{brand}` a product.
pub(crate) const SENTENCES: &[&str] = &[
    "Người có nhu cầu {act} lập một bộ hồ sơ và nộp tại {place}, hoặc gửi trên cổng dịch vụ công bằng tài khoản định danh.",
    "Cán bộ một cửa đối chiếu bản chính, quét giấy tờ, nhập phiếu tiếp nhận rồi trao giấy hẹn ghi rõ ngày trả kết quả.",
    "Hồ sơ còn thiếu thì trong {n} ngày làm việc phải có phiếu hướng dẫn, nêu một lần đủ các nội dung cần bổ sung.",
    "Công chức thụ lý tra cứu dữ liệu quốc gia, so với sổ gốc lưu tại thôn {name} và lập tờ trình về việc {act}.",
    "Khi cần xác minh thực địa, đoàn kiểm tra gồm đại diện {place} và trưởng khu phố {name} lập biên bản có chữ ký các bên.",
    "Văn bản lấy ý kiến gửi đến các phòng liên quan; quá {n} ngày không trả lời được coi như đã đồng ý.",
    "Người nộp thanh toán lệ phí bằng mã QR, chuyển khoản hoặc tiền mặt; biên lai điện tử được gửi vào hộp thư.",
    "Lãnh đạo ký số kết quả, văn thư đóng dấu, vào sổ và chuyển về quầy số {n} để trả cho người dân.",
    "Nếu từ chối, cơ quan giải quyết phải nêu lý do, căn cứ pháp lý và cách khiếu nại trong lĩnh vực {field}.",
    "Kết quả bản giấy nhận tại quầy hoặc qua bưu tá; bản điện tử lưu trong kho dữ liệu của công dân.",
    "Hồ sơ giấy đóng thành tập, đánh số trang, bảo quản {n} năm tại kho lưu trữ đặt ở {name}.",
    "Trường hợp nhờ người khác làm thay thì kèm giấy ủy quyền, trừ khi là vợ chồng, cha mẹ hoặc con đẻ.",
    "Danh sách người được giải quyết niêm yết {n} ngày tại nhà văn hóa {name} và đăng trên trang thông tin điện tử.",
    "Hội đồng xét duyệt họp khi có ít nhất hai phần ba số thành viên, biểu quyết công khai và lập biên bản cuộc họp.",
    "Người yêu cầu cam đoan lời khai đúng sự thật; khai gian dối bị xử phạt và thu hồi kết quả đã cấp.",
    "Mức thu, đối tượng miễn giảm theo khoản {n} Điều {n} Nghị định {law}; nộp chậm tính thêm tiền phạt mỗi ngày.",
    "Mẫu {brand} gửi kiểm nghiệm tại phòng thử được chỉ định; phiếu kết quả có giá trị {n} tháng, lưu mẫu đối chứng.",
    "Ruộng vườn, ao chuồng, xưởng máy ở {name} phải cách nguồn nước sinh hoạt ít nhất {n} mét, có rào chắn và biển báo.",
    "Việc chuyển tiếp hồ sơ nộp trước ngày Nghị định {law} có hiệu lực được giải quyết theo quy định cũ đến hết kỳ hạn.",
    "Trẻ em, người già trên 80 tuổi và người khuyết tật nặng được phục vụ tại nhà khi gia đình báo trước.",
];

/// Papers of a dossier.
pub(crate) const PAPERS: &[&str] = &[
    "Tờ khai {act}",
    "Đơn đề nghị {act} có xác nhận của tổ dân phố {name}",
    "Giấy chứng sinh, hoặc lời chứng của hai người hàng xóm",
    "Bản vẽ mặt bằng tỷ lệ 1/{n}00",
    "Ảnh chân dung 4 x 6 nền trắng",
    "Giấy khám sức khỏe chưa quá {n} tháng",
    "Hợp đồng thuê nhà tại {name}",
    "Biên bản họp gia đình",
    "Quyết định nghỉ việc và sổ đóng bảo hiểm",
    "Giấy tờ nhà đất đã có chữ ký hộ giáp ranh",
    "Bằng cấp chuyên môn về {field}",
    "Bản dịch công chứng giấy tờ nước ngoài",
    "Giấy ra viện, tóm tắt bệnh án",
    "Phương án phòng cháy và thoát nạn",
    "Phiếu kiểm nghiệm {brand}",
    "Bản cam kết theo mẫu ban hành kèm Nghị định {law}",
];

/// Results of procedures.
pub(crate) const RESULTS: &[&str] =
    &["Giấy chứng nhận", "Quyết định", "Giấy phép", "Trích lục", "Giấy xác nhận", "Văn bản trả lời", "Thẻ"];

/// Who may ask.
pub(crate) const SUBJECTS: &[&str] =
    &["Công dân Việt Nam", "Người nước ngoài", "Doanh nghiệp", "Hợp tác xã", "Hộ gia đình", "Tổ chức tôn giáo"];
