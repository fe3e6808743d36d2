import { SENSITIVE_PT } from "./sensitive-pt";
import type { TicketPack } from "./ticket-pack";

export const TICKETS_PT: TicketPack = {
  greetings: ["Bom dia,", "Boa tarde,", "Olá,", "Prezados,", "Oi, tudo bem?"],
  closings: [
    "Atenciosamente,\n{name}",
    "Obrigado,\n{first}",
    "Abraço,\n{name}\n{company}",
    "Att.\n{name}\n{company}\nFone {phone}",
    "Grato,\n{name}, {city}\n{mobile}",
  ],
  themes: {
    delivery: {
      subjects: ["Cadê o {order}?", "[Prazo|Entrega] do {order}", "Rastreamento do pedido"],
      openings: [
        "estamos esperando o {order} há [{days} dias|muito tempo], prometido para {date}.",
        "podem informar quando o {order} [sai|chega]?",
        "no rastreio o {order} está parado em {city} desde {date}.",
      ],
      details: [
        "O mais urgente são as {qty} peças {sku}.",
        "A [parada|obra] começa em {later}.",
        "Pode ser entrega parcial.",
        "O motorista pode ligar no {mobile}.",
      ],
      replies: [
        "o {order} foi despachado [hoje|ontem], previsão {later}.",
        "a transportadora confirmou {later} antes das {time}, o motorista liga no {mobile}.",
      ],
    },
    technical: {
      subjects: ["Dúvida técnica {sku}", "{product} serve para [vapor|etanol|soda]?", "[Torque|Kv|Sede] da {sku}"],
      openings: [
        "queremos usar {product} em linha de [vapor saturado|etanol|água gelada|vinhaça].",
        "qual o [torque|material da sede] da {sku}?",
        "a válvula {serial} [vibra|assobia|não fecha] com {pct}% de curso.",
      ],
      details: [
        "A temperatura vai de {days} a 140 °C.",
        "A ficha técnica [não informa|fala só em PN 40].",
        "Foi instalada em {date} por {other} ({otherPhone}).",
        "Existe versão [Ex|com posicionador]?",
      ],
      replies: [
        "a {sku} é adequada [com sede EPDM|sem restrição] para esse fluido.",
        "o torque é {days} Nm a seco, segue a ficha.",
      ],
    },
    spare_parts: {
      subjects: ["Peças para {serial}", "Kit de vedação {sku}", "[Sede|Volante] disponível?"],
      openings: [
        "precisamos de [um kit de vedação|sedes novas] para a válvula {serial}.",
        "vocês têm {sku} em estoque?",
        "favor enviar {qty} kits de reparo da {product}.",
      ],
      details: ["Veio no {order}.", "Enviar para {address}.", "Urgente, a linha está parada."],
      replies: [
        "o kit certo é {sku}, {amount} líquido, prazo de {days} dias.",
        "ainda temos a peça da {serial}. Reservo {qty}?",
      ],
    },
    quote: {
      subjects: ["Cotação {qty} x {sku}", "Orçamento {product}", "Preço para [contrato|obra em {city}]"],
      openings: [
        "favor cotar {qty} {product}.",
        "para uma obra em {city} precisamos de {qty} válvulas, principalmente {sku}.",
      ],
      details: [
        "Entrega até {later}.",
        "A {competitor} ofereceu {amount}.",
        "Falar com {other}, {otherEmail}.",
        "Contamos com [o desconto de sempre|pelo menos {pct}%].",
      ],
      replies: [
        "segue proposta de {amount}, válida até {later}. Seu contato é {rep}.",
        "{rep} envia a proposta até {later}.",
      ],
    },
    certificate: {
      subjects: ["Certificado 3.1 do {order}", "Falta [certificado|declaração]", "Certificados {sku}"],
      openings: [
        "faltou o certificado [3.1|de matéria-prima] do {order}.",
        "a inspeção pediu [o laudo de teste hidrostático|a declaração de conformidade] da {serial}.",
      ],
      details: ["Precisamos até {later}.", "Corrida {serial}.", "O inspetor é {other}, {otherPhone}."],
      replies: ["o certificado da {serial} segue anexo.", "a qualidade manda para {email} [hoje|amanhã]."],
    },
    invoice_copy: {
      subjects: ["Segunda via {invoice}", "{invoice} não recebida", "Nota {invoice} com erro"],
      openings: [
        "podem mandar a segunda via da {invoice} em PDF?",
        "não recebemos a nota do {order}.",
        "falta o número do nosso pedido na {invoice}.",
      ],
      details: [
        "Enviar para {otherEmail}.",
        "O valor de {amount} está [aprovado|programado].",
        "O pagamento sai da conta {account}.",
      ],
      replies: ["segue a {invoice} de {amount}.", "a nota corrigida vai hoje para {email}."],
    },
    data_change: {
      subjects: ["Mudança de endereço", "Novo contato", "Cadastro {company}"],
      openings: [
        "mudamos de endereço: {newAddress}.",
        "{other} saiu da empresa, agora é {name}, {email}.",
        "meu novo celular é {mobile}.",
      ],
      details: [
        "A entrega continua em {address}.",
        "Notas para {otherEmail}.",
        "A partir de {later}.",
        "Nova conta: {account}.",
      ],
      replies: ["cadastro alterado a partir de {later}.", "já registrei {email} e {mobile}."],
    },
    appointment: {
      subjects: ["[Remarcar|Agendar] visita", "Técnico em {later}?", "Manutenção anual"],
      openings: [
        "dia {later} não dá mais, podemos remarcar para a semana seguinte?",
        "precisamos de um técnico para [o comissionamento|a manutenção] de {qty} válvulas.",
      ],
      details: [
        "No local: {other}, {otherPhone}.",
        "Endereço: {address}. Senha do portão {code}.",
        "Não antes das {time}.",
      ],
      replies: ["visita marcada para {later}, {time}, com {agent}.", "{agent} liga no {mobile} antes de ir."],
    },
    return: {
      subjects: ["Devolução {order}", "Veio [medida|versão] errada", "Devolver {sku}"],
      openings: [
        "compramos {qty} {sku} a mais e queremos devolver.",
        "em vez de {sku} veio [outro diâmetro|a versão flangeada].",
      ],
      details: ["Está tudo [lacrado|na caixa].", "Coleta em {address}.", "Crédito na conta {account}."],
      replies: ["coleta agendada para {later}, o crédito vem depois.", "anexe o formulário {ticket}."],
    },
    warranty: {
      subjects: ["Garantia {serial}", "{sku} vazando com {days} semanas", "Atuador com defeito"],
      openings: [
        "a válvula {serial} do {order} vaza depois de {days} semanas.",
        "o atuador {serial} [não aciona|para antes do fim].",
      ],
      details: [
        "Mando fotos no {agentPhone}.",
        "Quem instalou foi {other}, {otherPhone}.",
        "Enviar a nova para {address}.",
      ],
      replies: ["está na garantia, a nova sai em {later}.", "favor enviar a válvula para análise, ref. {ticket}."],
    },
    ...SENSITIVE_PT,
  },
  asides: [
    "Meu celular: {mobile}.",
    "Nosso endereço: {address}.",
    "Melhor ligar no {phone} depois das {time}.",
    "Copiar {other} ({otherEmail}).",
    "O pagamento sai de {account}.",
    "Se precisar pago no cartão {card}.",
  ],
  followUps: [
    "Obrigado, ajudou.",
    "Mais uma coisa: vale também para {sku}?",
    "Ninguém me respondeu ainda. Meu número: {mobile}.",
    "Fala com {other}, {otherPhone}, viajo em {later}.",
    "Mandei os documentos para {agentEmail}.",
    "Ok. Entregar em {address}.",
    "[Não, isso não basta.|Não foi isso o combinado.] Quero falar com {rep}.",
  ],
  replyGreetings: ["Olá {first},", "Bom dia {name},"],
  replyClosings: ["Atenciosamente,\n{agent}\nServiço Quellmar", "Abraço,\n{agent}, {agentPhone}"],
  resolutions: [
    "O chamado {ticket} está encerrado. [Obrigado pela paciência.|Conte com a gente.]",
    "vou fechar o chamado. Qualquer coisa: {agentPhone}.",
    "resolvido, a confirmação foi para {email}.",
  ],
  internalNotes: [
    "Retornei para {name} ({mobile}), [tranquilo|irritado].",
    "{rep} liberou até {part}, não mais.",
    "Cuidado: cliente está com a {competitor}.",
    "Verificar crédito, pagamento voltou. Conta {account}.",
  ],
};
