// Invented procedures, alike in shape to real ones and the same in every run.

const VERBS = ['Đăng ký', 'Cấp', 'Cấp lại', 'Cấp đổi', 'Gia hạn', 'Điều chỉnh', 'Xác nhận', 'Thu hồi', 'Công nhận', 'Chấm dứt', 'Thẩm định', 'Hỗ trợ'];
const THINGS = [
  'khai sinh', 'kết hôn', 'khai tử', 'thường trú', 'tạm trú', 'giấy phép xây dựng', 'giấy phép lái xe', 'giấy chứng nhận quyền sử dụng đất',
  'hộ kinh doanh', 'giấy xác nhận tình trạng hôn nhân', 'trợ cấp xã hội hàng tháng', 'chế độ thai sản', 'thẻ bảo hiểm y tế', 'căn cước công dân',
  'hộ chiếu phổ thông', 'giấy phép hoạt động cơ sở giáo dục', 'chứng chỉ hành nghề khám bệnh, chữa bệnh', 'giấy đủ điều kiện an toàn thực phẩm',
  'biển số xe', 'lý lịch tư pháp', 'bản sao từ sổ gốc', 'chi phí mai táng', 'người khuyết tật', 'hộ nghèo, hộ cận nghèo', 'mã số thuế cá nhân',
];
const WHOM = [
  'cho công dân Việt Nam', 'có yếu tố nước ngoài', 'đối với tổ chức', 'tại khu vực biên giới', 'lưu động', 'cho người dưới 14 tuổi', 'do bị mất, hư hỏng',
  'theo ủy quyền', 'đối với người có công', 'trong khu công nghiệp', 'do thay đổi địa chỉ', 'lần đầu', 'cho người từ đủ 80 tuổi', 'tại cơ quan đại diện',
];
const FIELDS = ['Hộ tịch', 'Cư trú', 'Đất đai', 'Xây dựng', 'Đường bộ', 'Bảo trợ xã hội', 'Kinh doanh', 'Y tế', 'Giáo dục', 'Thuế'];
const LEVELS = ['Cấp Xã', 'Cấp Tỉnh', 'Cấp Bộ/Trung ương'];
const AGENCIES = ['Ủy ban nhân dân cấp xã', 'Sở Tư pháp', 'Công an cấp xã', 'Sở Xây dựng', 'Chi nhánh Văn phòng đăng ký đất đai', 'Bảo hiểm xã hội'];
const PLACES = ['Tân Hòa', 'Quý Lộc', 'Đông Hải', 'Kỳ Sơn', 'Thủy Nguyên', 'Hoài Ân', 'Mỹ Đức', 'Nghĩa Thuận', 'Phước Long', 'Vĩnh Tuy', 'Yên Lạc', 'Đắk Mil'];

/** Numbers that look drawn by lot (a linear congruence). */
function dice(seed) {
  let state = seed;
  return (list) => list[Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * list.length)];
}

function record(at, draw) {
  const [verb, thing, whom, place, agency] = [VERBS, THINGS, WHOM, PLACES, AGENCIES].map(draw);
  return {
    code: `1.${String(at).padStart(6, '0')}`,
    name: `${at % 5 ? '' : 'Thủ tục '}${verb} ${thing} ${whom}${at % 3 ? '' : ` tại ${place}`}`,
    field: draw(FIELDS), level: draw(LEVELS), agency, subjects: ['Công dân Việt Nam'],
    steps: [`Người yêu cầu nộp hồ sơ ${thing} tại ${agency}.`, `Công chức kiểm tra giấy tờ ${whom}, hẹn ngày trả ${draw(THINGS)}.`],
    result: `Giấy ${thing}`, decision: '12/QĐ-UBND', conditions: 'Không',
    methods: [{ channel: 'Trực tiếp', days: '5 ngày làm việc', fee: '20.000 đồng', note: '' }],
    dossier: [{ name: `Tờ khai ${verb} ${thing}`, originals: 1, copies: 0 }],
  };
}

/** Records, one a line. */
export function records(count) {
  const draw = dice(20261120);
  return Array.from({ length: count }, (_, at) => JSON.stringify(record(at, draw))).join('\n') + '\n';
}
